import 'server-only'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { root, startDiptych } from '@/e2e/diptych-server'
import { openDatabase } from '@/lib/db/client'
import { createLibraryStore } from '@/lib/db/library-store'
import type { LibraryPage } from '@/lib/library/library-item'
import { readLibraryQuery } from '@/lib/library/library-query'
import { median, type Figure } from './figures'

const predictions = 10_000
const pictures = 120
const times = 15
/** Pixels in one frame while one scrolls through: 60 of these a second are twelve screens. */
const step = 180
const frameMs = 1000 / 60
/** A page without windowing is slow enough with these. */
const barePictures = 1000

/** A library of ten thousand predictions: its first page, scrolling to its end, and what that leaves in memory. */
export async function benchLibrary(browser: Browser): Promise<Figure[]> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'diptych-bench-'))
  try {
    const seed = ['--conditions=react-server', '--import', 'tsx', 'lib/commands/seed-library.ts']
    execFileSync(process.execPath, [...seed, String(predictions), String(pictures)], {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataFolder, DATABASE_URL: '' },
      stdio: 'ignore',
    })
    const queries = await benchQueries(dataFolder)
    const server = await startDiptych({ dataFolder })
    try {
      return [
        ...queries,
        ...(await benchResponses(server.url)),
        ...(await benchScrolling(server.url, browser)),
      ]
    } finally {
      await server.dispose()
    }
  } finally {
    fs.rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** What the first page asks of the database: 60 runs, how many there are, and how many are newer. */
async function benchQueries(folder: string): Promise<Figure[]> {
  const database = await openDatabase({ folder })
  const library = createLibraryStore(database.db)
  const figures: Figure[] = []
  for (const address of ['', 'q=cat+neon', 'model=flux-dev&state=failed&sort=dearest']) {
    const query = readLibraryQuery(new URLSearchParams(address))
    const asOf = Date.now()
    let total = 0
    const taken = await repeated(async () => {
      await library.list(query, { limit: 61, asOf })
      total = await library.count(query, { asOf })
      await library.count(query, { madeAfter: asOf })
    })
    figures.push(
      figure(
        `query of the library’s first page, ${predictions} predictions, “${address || 'all'}” (${total} runs)`,
        taken,
        50,
      ),
    )
  }
  await database.close()
  return figures
}

async function benchResponses(url: string): Promise<Figure[]> {
  const read = async (address: string) => (await fetch(url + address)).arrayBuffer()
  return [
    figure('the library’s page as HTML', await repeated(() => read('/library')), 300),
    figure('the API’s first page', await repeated(() => read('/api/v1/runs')), 100),
    figure('the API’s last page, by position', await repeated(() => read('/api/v1/runs?offset=6900')), 100),
  ]
}

async function repeated(work: () => Promise<unknown>): Promise<number[]> {
  await work()
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const begin = performance.now()
    await work()
    taken.push(performance.now() - begin)
  }
  return taken
}

function figure(what: string, taken: number[], goalMs: number): Figure {
  const middle = median(taken)
  return {
    what,
    ours: `${middle.toFixed(1)} ms (at most ${Math.max(...taken).toFixed(1)} ms)`,
    beside: '',
    goal: `${goalMs} ms`,
    met: middle < goalMs,
  }
}

interface Scrolled {
  frames: number
  /** Frames that should have been drawn in the time of those that took too long. */
  dropped: number
  longest: number
  /** Times at which nothing had come yet for the middle of the window. */
  blank: number
  height: number
}

/** The library's first pictures as a page without a line of script: what the browser itself drops on this machine. */
async function barePage(url: string): Promise<string> {
  const pictures: string[] = []
  for (let offset = 0; offset < barePictures; offset += 200) {
    const { items } = (await (
      await fetch(`${url}/api/v1/runs?limit=200&offset=${offset}`)
    ).json()) as LibraryPage
    pictures.push(...items.flatMap(({ picture }) => picture?.assetId ?? []))
  }
  const tiles = pictures.map(
    (id) => `<div><img loading="lazy" decoding="async" src="/assets/${id}/320"></div>`,
  )
  const styles =
    'body{margin:16px;display:grid;grid-template-columns:repeat(5,1fr);gap:12px}' +
    'div{height:258px;content-visibility:auto}img{width:100%;height:204px;object-fit:contain}'
  return `<!doctype html><title>Bare</title><style>${styles}</style>${tiles.join('')}`
}

async function benchScrolling(url: string, browser: Browser): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.push(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const html = await barePage(url)
  await page.route('**/bare-page', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto(`${url}/bare-page`, { waitUntil: 'networkidle' })
  const bare = droppedShare(await scrolled(page))
  await page.goto(`${url}/library`, { waitUntil: 'networkidle' })
  const before = await memory(session)
  const { frames, dropped, longest, blank, height } = await scrolled(page)
  await page.waitForTimeout(2000)
  const after = await memory(session)
  const shift = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0),
  )
  await context.close()
  const share = droppedShare({ frames, dropped })
  return [
    {
      what: `frames dropped while scrolling ${Math.round(height).toLocaleString('en')} px to the end`,
      ours: `${share.toFixed(1)} % (${dropped} of ${frames + dropped}; longest ${longest.toFixed(0)} ms)`,
      beside: `${bare.toFixed(1)} % on a page of ${barePictures} of the pictures without script`,
      goal: '10 % more than without script',
      met: share < bare + 10,
    },
    {
      what: 'looks at the middle of the window that met a tile without its run',
      ours: `${((blank / frames) * 100).toFixed(1)} %`,
      beside: '',
      goal: 'under 10 %',
      met: blank / frames < 0.1,
    },
    {
      what: 'memory of the page’s script after scrolling to the end',
      ours: `${after.toFixed(1)} MB`,
      beside: `${before.toFixed(1)} MB before`,
      goal: 'under 40 MB more',
      met: after - before < 40,
    },
    { what: 'layout shift', ours: shift.toFixed(3), beside: '', goal: '0', met: shift === 0 },
  ]
}

/** Percent. */
function droppedShare({ frames, dropped }: Pick<Scrolled, 'frames' | 'dropped'>): number {
  return (dropped / (frames + dropped)) * 100
}

function scrolled(page: Page): Promise<Scrolled> {
  return page.evaluate(
    async ({ frame, pixels }) => {
      const result = { frames: 0, dropped: 0, longest: 0, blank: 0, height: document.body.scrollHeight }
      let last = performance.now()
      while (window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1) {
        window.scrollBy(0, pixels)
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        const taken = now - last
        last = now
        result.frames += 1
        result.dropped += Math.max(0, Math.round(taken / frame) - 1)
        result.longest = Math.max(result.longest, taken)
        const tile = document.elementFromPoint(innerWidth / 2 - 40, innerHeight / 2)?.closest('[data-index]')
        if (tile && !tile.querySelector('a')) result.blank += 1
      }
      return result
    },
    { frame: frameMs, pixels: step },
  )
}

/** Megabytes that the page's script holds after a collection. */
async function memory(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}
