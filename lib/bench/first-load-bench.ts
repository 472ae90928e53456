import 'server-only'
import type { Browser } from '@playwright/test'
import http from 'node:http'
import { median, type Figure } from './figures'

const rounds = 9
/** 1.6 Mbit/s and 150 ms, as Lighthouse's slow connection. */
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }

interface Load {
  scriptBytes: number
  scripts: string[]
  lcp: number
  shift: number
}

/** The playground's first load, beside a Next page that shows one line of text. */
export async function benchFirstLoad(url: string, bareUrl: string, browser: Browser): Promise<Figure[]> {
  const ours: Load[] = []
  const bare: Load[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push(await load(bareUrl, browser))
    ours.push(await load(url, browser))
  }
  const kilobytes = (loads: Load[]) => median(loads.map(({ scriptBytes }) => scriptBytes)) / 1000
  const lcp = (loads: Load[]) => median(loads.map((one) => one.lcp))
  const shift = Math.max(...ours.map((one) => one.shift))
  const kept = await keepsTyping(url, browser)
  const gzipped = await gzippedBytes(ours[0]?.scripts ?? [])
  return [
    {
      what: 'JavaScript of the first load, on the wire',
      ours: `${kilobytes(ours).toFixed(0)} kB`,
      beside:
        `${kilobytes(bare).toFixed(0)} kB for a bare Next page, which knows gzip only; ` +
        `ours ${(gzipped / 1000).toFixed(0)} kB for a browser that asks for gzip`,
      goal: '170 kB',
      met: kilobytes(ours) <= 170,
    },
    {
      what: 'LCP with 4× CPU and 1.6 Mbit/s (median)',
      ours: `${lcp(ours).toFixed(0)} ms`,
      beside: `${lcp(bare).toFixed(0)} ms for a bare Next page, so × ${(lcp(ours) / lcp(bare)).toFixed(2)}`,
      goal: '560 ms where the bare page takes 470–520 (× 1.13)',
      met: lcp(ours) / lcp(bare) <= 1.13,
    },
    {
      what: 'layout shift of the first load (most)',
      ours: shift === 0 ? '0' : shift.toPrecision(2),
      beside: '',
      goal: '0',
      met: shift === 0,
    },
    {
      what: 'keys typed before hydration',
      ours: kept ? 'kept' : 'lost',
      beside: '',
      goal: 'kept',
      met: kept,
    },
  ]
}

async function load(url: string, browser: Browser): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slowNetwork)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const scripts = new Map<string, string>()
  let scriptBytes = 0
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, response.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await page.addInitScript(() => {
    const seen = { lcp: 0, shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(2500)
  const seen = await page.evaluate(() => (window as unknown as { seen: { lcp: number; shift: number } }).seen)
  await context.close()
  return { scriptBytes, scripts: [...scripts.values()], ...seen }
}

/** What the scripts take for a browser without Brotli: bodies only. */
async function gzippedBytes(urls: readonly string[]): Promise<number> {
  let bytes = 0
  for (const url of urls)
    bytes += await new Promise<number>((resolve, reject) => {
      const request = http.get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        let length = 0
        response.on('data', (chunk: Buffer) => (length += chunk.length))
        response.on('end', () => resolve(length))
      })
      request.on('error', reject)
    })
  return bytes
}

/** Types into the instruction while the scripts are still on their way. */
async function keepsTyping(url: string, browser: Browser): Promise<boolean> {
  const context = await browser.newContext()
  const page = await context.newPage()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(url, { waitUntil: 'commit' })
  const prompt = page.getByRole('textbox', { name: 'Instruction' })
  await prompt.pressSequentially('Typed early')
  release()
  // React marks the nodes it has taken over; nothing else of it shows.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('form textarea') ?? {}).some((key) => key.startsWith('__reactFiber')),
  )
  const text = await prompt.inputValue()
  await context.close()
  return text === 'Typed early'
}
