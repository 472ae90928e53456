import 'server-only'
import type { Browser } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { median, type Figure } from './figures'
import type { StandIn } from './stand-in'

const rounds = 12

/**
 * From the moment the provider is done to the picture decoded in a browser: on our run page, and in a page that itself
 * polls the provider each second, as the providers' own pages advise. Both run at the same time on like jobs.
 */
export async function benchDelivery(url: string, standIn: StandIn, browser: Browser): Promise<Figure[]> {
  const ours: number[] = []
  const client: number[] = []
  const page = await browser.newPage()
  await page.goto(`${url}/models`)
  for (let round = 0; round < rounds; round++) {
    const prompt = `delivery ${round}`
    const id = await start(url, prompt)
    const viewed = watchRunPage(browser, url, id)
    const polled = pollEachSecond(standIn, `client ${round}`)
    ours.push((await viewed) - (standIn.doneAt.get(prompt) ?? 0))
    client.push((await polled) - (standIn.doneAt.get(`client ${round}`) ?? 0))
  }
  await page.close()
  return [
    {
      what: 'provider done → picture in the browser (median)',
      ours: `${median(ours).toFixed(0)} ms`,
      beside: `${median(client).toFixed(0)} ms for a client that polls the provider each second`,
      goal: 'no later',
      met: median(ours) <= median(client),
    },
  ]
}

async function start(base: string, prompt: string): Promise<string> {
  const response = await fetch(`${base}/api/v1/models/flux-dev/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench-key-1234' },
    body: JSON.stringify({ prompt }),
  })
  return ((await response.json()) as { id: string }).id
}

/** Epoch milliseconds at which the result's picture was decoded on the run's page. */
async function watchRunPage(browser: Browser, url: string, predictionId: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/predictions/${predictionId}`)
  const { runId } = (await response.json()) as { runId: string }
  const page = await browser.newPage()
  await page.goto(`${url}/runs/${runId}`)
  const shown = await page.waitForFunction(() => {
    const picture = [...document.querySelectorAll<HTMLImageElement>('article img')].find(
      (image) => image.src.includes('/assets/') && image.complete && image.naturalWidth > 0,
    )
    return picture ? Date.now() : undefined
  })
  const time = (await shown.jsonValue()) as number
  await page.close()
  return time
}

/** The same without us: poll the provider each second, then fetch the picture. */
async function pollEachSecond(standIn: StandIn, prompt: string): Promise<number> {
  const id = await start(standIn.baseUrl, prompt)
  for (;;) {
    await sleep(1000)
    const response = await fetch(`${standIn.baseUrl}/api/v1/predictions/${id}`)
    const { outputs } = (await response.json()) as { outputs: string[] | null }
    if (!outputs?.[0]) continue
    await (await fetch(outputs[0])).arrayBuffer()
    return Date.now()
  }
}
