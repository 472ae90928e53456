import 'server-only'
import { chromium } from '@playwright/test'
import sharp from 'sharp'
import { startDiptych } from '@/e2e/diptych-server'
import { findChromium } from '@/lib/commands/machine.mjs'
import { startBareApp } from './bare-app'
import { benchBoard } from './board-bench'
import { benchDelivery } from './delivery-bench'
import { print } from './figures'
import { benchFirstLoad } from './first-load-bench'
import { benchLibrary } from './library-bench'
import { startStandIn } from './stand-in'
import { benchPages } from './pages-bench'
import { benchSubmit } from './submit-bench'
import { benchViewers } from './viewers-bench'

/**
 * Everything in one run on one machine, each figure beside what it is to be held against; or only what is named, as in
 * `npm run bench -- board first-load`.
 */
async function bench(): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const picture = await sharp({
    create: { width: 1024, height: 1024, channels: 3, background: '#888', noise },
  })
    .png()
    .toBuffer()
  const quick = await startStandIn(() => 50, picture)
  const slow = await startStandIn(() => 3000 + Math.random() * 1000, picture)
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  const live = (baseUrl: string) =>
    startDiptych({ env: { VIBEDREAM_API_KEY: 'bench-key-1234', VIBEDREAM_BASE_URL: baseUrl } })
  const [ours, oursSlow, plain, bare] = [
    await live(quick.baseUrl),
    await live(slow.baseUrl),
    await startDiptych(),
    await startBareApp(),
  ]
  try {
    const benches = {
      submit: () => benchSubmit(ours.url, quick),
      delivery: () => benchDelivery(oursSlow.url, slow, browser),
      viewers: () => benchViewers(oursSlow.url, slow),
      'first-load': () => benchFirstLoad(plain.url, bare.url, browser),
      board: () => benchBoard(plain.url, browser),
      pages: () => benchPages(plain.url),
      library: () => benchLibrary(browser),
    }
    const wanted = process.argv.slice(2)
    for (const [name, measure] of Object.entries(benches))
      if (wanted.length === 0 || wanted.includes(name)) print(await measure())
  } finally {
    await browser.close()
    bare.close()
    for (const server of [ours, oursSlow, plain]) await server.dispose()
    quick.close()
    slow.close()
  }
}

await bench()
