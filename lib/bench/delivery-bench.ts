import 'server-only'
import type { Browser } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { median, type Figure } from './figures'
import type { StandIn } from './stand-in'

const rounds = 24

/**
 * From the moment the provider is done to the picture decoded in a browser: on our run page, and on a page that itself
 * polls the provider each second. One after the other, in turns, so that neither takes the other's time; the jobs'
 * lengths vary by a second, so that it is chance where in its pause between two polls each is met.
 */
export async function benchDelivery(url: string, standIn: StandIn, browser: Browser): Promise<Figure[]> {
  const ours: number[] = []
  const client: number[] = []
  for (let round = 0; round < rounds; round++) {
    const ourId = await start(url, `ours ${round}`)
    const response = await fetch(`${url}/api/v1/predictions/${ourId}`)
    const { runId } = (await response.json()) as { runId: string }
    ours.push((await shownAt(browser, `${url}/runs/${runId}`)) - doneAt(`ours ${round}`))
    const clientId = await start(standIn.baseUrl, `client ${round}`)
    client.push((await shownAt(browser, `${standIn.baseUrl}/client#${clientId}`)) - doneAt(`client ${round}`))
    await sleep(100)
  }
  return [
    {
      what: 'provider done → picture in the browser (median)',
      ours: `${median(ours).toFixed(0)} ms`,
      beside: `${median(client).toFixed(0)} ms for a page that polls the provider each second`,
      goal: 'no later',
      met: median(ours) <= median(client),
    },
  ]

  function doneAt(prompt: string): number {
    return standIn.doneAt.get(prompt) ?? NaN
  }
}

async function start(base: string, prompt: string): Promise<string> {
  const response = await fetch(`${base}/api/v1/models/flux-dev/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench-key-1234' },
    body: JSON.stringify({ prompt }),
  })
  return ((await response.json()) as { id: string }).id
}

/** Epoch milliseconds at which the page's result was there to be seen: loaded, decoded and not hidden. */
async function shownAt(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage()
  await page.goto(url)
  const shown = await page.waitForFunction(() => {
    const picture = [...document.querySelectorAll<HTMLImageElement>('article img')].find(
      (image) => image.complete && image.naturalWidth > 0 && getComputedStyle(image).opacity !== '0',
    )
    return picture && Date.now()
  })
  const time = (await shown.jsonValue()) as number
  await page.close()
  return time
}
