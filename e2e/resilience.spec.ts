import type { PredictionView } from '@/lib/predictions/view'
import { generate, upload } from './api-client'
import {
  addSample,
  downloadIn,
  instructionIn,
  open,
  run,
  runButtonIn,
  runStarted,
  sliderIn,
} from './playground-page'
import { expect, test } from './test'

const prompt = 'Make it black and white'
const atWork = 'The model is working'

/** Starts a run through the API and answers its page's path. */
async function startRun(url: string, instruction = prompt): Promise<string> {
  const { body } = await upload(url)
  const accepted = await generate(url, 'flux-2-klein-9b-edit', { prompt: instruction, images: [body.id] })
  const response = await fetch(`${url}/api/v1/predictions/${accepted.body.id}`)
  return `/runs/${((await response.json()) as PredictionView).runId}`
}

test('two tabs on one run both come to its end', async ({ diptych, page, context }) => {
  const server = await diptych({ env: { SANDBOX_LATENCY_MS: '6000-6000' } })
  const path = await startRun(server.url)
  const other = await context.newPage()
  await Promise.all([open(page, server.url + path), open(other, server.url + path)])
  for (const tab of [page, other]) await expect(tab.getByText(atWork)).toBeVisible()
  for (const tab of [page, other]) await expect(sliderIn(tab)).toBeVisible()
})

test('a server that dies under an open page: it is said, and it goes on by itself', async ({
  diptych,
  page,
  expected,
}) => {
  expected.push(/Failed to load resource: net::ERR_/)
  const server = await diptych({ env: { SANDBOX_LATENCY_MS: '6000-6000' } })
  await open(page, server.url + (await startRun(server.url)))
  await expect(page.getByText(atWork)).toBeVisible()
  const sign = page.getByRole('alert').filter({ hasText: 'The Diptych server does not answer' })

  await server.kill()
  await expect(sign).toBeVisible()
  await test.step('what was typed meanwhile is not lost', async () => {
    await instructionIn(page).fill('Typed while the server was away')
  })
  await server.start()
  await expect(sign).toBeHidden()
  await expect(sliderIn(page)).toBeVisible()
  await expect(instructionIn(page)).toHaveValue('Typed while the server was away')
})

test('Run without a server says that nobody knows, and the run can be started later', async ({
  diptych,
  page,
  expected,
}) => {
  expected.push(/Failed to load resource: net::ERR_/)
  const server = await diptych()
  await open(page, server.url)
  await instructionIn(page).fill(prompt)
  await addSample(page, 'Cat')
  await server.kill()
  await runButtonIn(page).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'it is not known whether the run started' }),
  ).toBeVisible()
  await server.start()
  await run(page)
  await expect(downloadIn(page)).toBeVisible()
})

test('a run that is canceled says what the cancel came to', async ({ diptych, page }) => {
  const server = await diptych({ env: { SANDBOX_LATENCY_MS: '60000-60000' } })
  await test.step('while it runs', async () => {
    await open(page, server.url + (await startRun(server.url)))
    await expect(page.getByText(atWork)).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('status').filter({ hasText: /cancel/i })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Run again', exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Cancel' })).toHaveCount(0)
  })
  await test.step('while it waits behind others', async () => {
    // Four are worked on at once.
    const paths = []
    for (let count = 0; count < 5; count++) paths.push(await startRun(server.url))
    await open(page, server.url + paths.at(-1))
    await expect(page.getByText('Waiting for its turn')).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText(/canceled before it was sent/i)).toBeVisible()
    await expect(page.getByText('Nothing was charged.')).toBeVisible()
  })
})

test('what the sandbox does not understand fails with what it can do, and can be run again', async ({
  page,
}) => {
  await open(page)
  await addSample(page, 'Cat')
  await instructionIn(page).fill('Add a purple elephant wearing a hat')
  await run(page)
  const failure = page.getByRole('article').getByRole('status')
  await expect(failure).toContainText('can’t add new objects')
  await expect(failure).toContainText('set a provider’s API key')
  await expect(failure).toContainText('Nothing was charged.')
  const before = page.url()
  await page.getByRole('button', { name: 'Run again', exact: true }).click()
  await runStarted(page, before)
  await expect(failure).toContainText('can’t add new objects')

  await test.step('the form still holds the input, ready to be changed', async () => {
    await instructionIn(page).fill(prompt)
    await run(page)
    await expect(sliderIn(page)).toBeVisible()
  })
})

test('a slow connection is slow, and nothing else', async ({ page, context, server }) => {
  const browser = await context.newCDPSession(page)
  await browser.send('Network.enable')
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: 60_000,
    uploadThroughput: 40_000,
  })
  await page.goto(server.url, { waitUntil: 'commit' })
  await test.step('the words are there before the script, and can be written into', async () => {
    await expect(page.getByRole('heading', { name: 'Edit a picture with words' })).toBeVisible()
    await instructionIn(page).fill(prompt)
  })
  await addSampleSlowly()
  await run(page)
  await expect(sliderIn(page)).toBeVisible()

  async function addSampleSlowly() {
    await page.getByRole('button', { name: 'Samples' }).click()
    // A click that came before the script did nothing; then the person clicks again.
    const cat = page.getByRole('button', { name: 'Add the sample Cat' })
    await expect(async () => {
      if (!(await cat.isVisible())) await page.getByRole('button', { name: 'Samples' }).click()
      await expect(cat).toBeVisible({ timeout: 3000 })
    }).toPass()
    await cat.click()
    await expect(runButtonIn(page)).not.toHaveAttribute('aria-disabled')
  }
})
