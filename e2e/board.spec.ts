import fs from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { providers } from '@/lib/models/providers'
import { models } from '@/lib/models/registry'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { expectAccessible } from './accessible'
import { freePort } from './free-port'
import {
  addSample,
  chooseModel,
  hydrated,
  instructionIn,
  open,
  painted,
  pickerIn,
  run,
} from './playground-page'
import { startSandboxProcess } from './sandbox-process'
import { screens } from './screens'
import { expect, test } from './test'

const prompt = 'Make it black and white'
/** It has its own test. */
const besideForm = { except: 'form' }
const boardIn = (page: Page): Locator => page.getByRole('region', { name: 'Board' })
const cellsIn = (page: Page): Locator => boardIn(page).getByRole('article')
const cellOf = (page: Page, title: string): Locator => page.getByRole('article', { name: title, exact: true })
const progressIn = (page: Page, text: string): Locator =>
  boardIn(page).getByText(text, { exact: true }).first()
const viewerIn = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare results' })

/** Puts a sample and the instruction into the form of a page. */
async function fillForm(page: Page, url = '/', instruction = prompt): Promise<void> {
  await open(page, url)
  await addSample(page, 'Cat')
  await instructionIn(page).fill(instruction)
}

/** The same input for every model of the catalogue. */
async function askAllModels(page: Page, url?: string, instruction?: string): Promise<void> {
  await fillForm(page, url, instruction)
  await pickerIn(page).click()
  await page.getByRole('button', { name: /^Compare all \d+$/ }).click()
  await page.getByRole('button', { name: 'Done' }).click()
}

async function runAllModels(page: Page, url?: string, instruction?: string): Promise<string> {
  await askAllModels(page, url, instruction)
  return run(page)
}

/** FLUX.1 Dev with each of three strengths and three guidance scales. */
async function askSweep(page: Page, url?: string): Promise<void> {
  await fillForm(page, url)
  await chooseModel(page, 'FLUX.1 Dev')
  await page.locator('summary', { hasText: 'Samples and sweeps' }).click()
  const sweep = async (button: string, parameter: string, values: string) => {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('combobox', { name: 'Sweep', exact: true }).last().selectOption({ label: parameter })
    await page.getByRole('textbox', { name: `Values of ${parameter}` }).fill(values)
  }
  await sweep('Sweep a parameter', 'Strength', '0.2, 0.5, 0.8')
  await sweep('Sweep a second parameter', 'Guidance scale', '2, 7, 12')
}

async function runSweep(page: Page, url?: string): Promise<string> {
  await askSweep(page, url)
  return run(page)
}

async function readRun(url: string, id: string): Promise<RunView> {
  return (await (await fetch(`${url}/api/v1/runs/${id}`)).json()) as RunView
}

test('a server that is killed in the middle of two boards: both come to their end, nothing is sent twice', async ({
  diptych,
  page,
  context,
  expected,
}) => {
  test.setTimeout(180_000)
  expected.push(/Failed to load resource: net::ERR_/)
  const sandbox = await startSandboxProcess({ SANDBOX_LATENCY_MS: '8000-8000' })
  try {
    const port = await freePort()
    const server = await diptych({ port, env: { ...sandbox.env, PUBLIC_URL: `http://127.0.0.1:${port}` } })
    const other = await context.newPage()
    await askAllModels(page, server.url)
    await askSweep(other, server.url)
    // The sweep first: the other board's cell of the same model then waits behind it.
    const ids = [await run(other), await run(page)]
    const all = async () =>
      (await Promise.all(ids.map((id) => readRun(server.url, id)))).flatMap(({ predictions }) => predictions)

    // A kill in the middle of a submit leaves it unconfirmed for ever, as kill-nine.spec.ts has it; here all is to end well.
    await test.step('some are done, others at work, and none is about to be sent', async () => {
      await expect.poll(async () => isQuiet(await all()), { timeout: 60_000, intervals: [50] }).toBe(true)
    })
    await server.kill()
    for (const tab of [page, other])
      await expect(tab.getByRole('alert').filter({ hasText: 'does not answer' })).toBeVisible()
    await server.start()

    await expect(progressIn(page, `${models.length} of ${models.length} done`)).toBeVisible(painted)
    await expect(progressIn(other, '9 of 9 done')).toBeVisible(painted)
    expect(await cellsIn(page).count()).toBe(models.length)
    expect(await cellsIn(other).count()).toBe(9)
    const predictions = await all()
    expect(predictions.map(({ state }) => state)).toEqual(Array(models.length + 9).fill('succeeded'))
    const submits = sandbox.submits().map((submit) => submit.modelId + JSON.stringify(submit.body))
    expect(submits.length, 'each prediction is submitted once').toBe(predictions.length)
    expect(new Set(submits).size, 'and each is another one').toBe(predictions.length)

    await test.step('the sweep stands in rows and columns', async () => {
      await expect(cellOf(other, 'strength 0.5, guidance scale 12')).toBeVisible()
      const box = async (title: string) => (await cellOf(other, title).boundingBox())!
      const first = await box('strength 0.2, guidance scale 2')
      expect((await box('strength 0.2, guidance scale 12')).y).toBe(first.y)
      expect((await box('strength 0.8, guidance scale 2')).x).toBe(first.x)
    })
    await test.step('and a reload changes nothing', async () => {
      await page.reload()
      await expect(progressIn(page, `${models.length} of ${models.length} done`)).toBeVisible(painted)
      expect(sandbox.submits().length).toBe(predictions.length)
    })
  } finally {
    await sandbox.dispose()
  }
})

/** Some succeeded, and each provider works at all it takes at once, with some time to go. */
function isQuiet(predictions: PredictionView[]): boolean {
  const count = (state: PredictionView['state'], provider?: string) =>
    predictions.filter((one) => one.state === state && (!provider || one.provider === provider)).length
  const running = predictions.filter(({ state }) => state === 'running')
  const notDueYet = running.every(({ submittedAt }) => Date.now() - (submittedAt ?? 0) < 6000)
  const isFull = ({ title, concurrency }: { title: string; concurrency: number }) =>
    count('queued', title) === 0 || count('running', title) >= concurrency
  return (
    count('succeeded') > 0 &&
    running.length > 0 &&
    notDueYet &&
    count('submitting') === 0 &&
    count('storing') === 0 &&
    Object.values(providers).every(isFull)
  )
}

test('a board by keyboard: walk, star, reject, choose, view, and come back', async ({ page }) => {
  await runSweep(page)
  await expect(progressIn(page, '9 of 9 done')).toBeVisible(painted)
  const first = cellOf(page, 'strength 0.2, guidance scale 2')
  const middle = cellOf(page, 'strength 0.5, guidance scale 7')

  await test.step('the arrows walk rows and columns', async () => {
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expect(middle).toBeFocused()
    await expect(middle).toHaveAttribute('tabindex', '0')
    await expect(first).toHaveAttribute('tabindex', '-1')
  })
  await test.step('keys star and reject, and the server remembers', async () => {
    await page.keyboard.press('s')
    await expect(middle.getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('r')
    const rejected = cellOf(page, 'strength 0.5, guidance scale 12')
    await expect(rejected.getByRole('button', { name: 'Reject' })).toHaveAttribute('aria-pressed', 'true')
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const marks = async () =>
      (await readRun(new URL(page.url()).origin, id)).predictions.map(({ mark }) => mark)
    await expect.poll(marks).toEqual([null, null, null, null, 'star', 'reject', null, null, null])
    await page.reload()
    await hydrated(page)
    await expect(middle.getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true')
  })
  await test.step('the filter shows what was starred', async () => {
    await page.getByRole('combobox', { name: 'Show' }).selectOption('Starred')
    await expect(cellsIn(page)).toHaveCount(1)
    await page.getByRole('combobox', { name: 'Show' }).selectOption('Not rejected')
    await expect(cellsIn(page)).toHaveCount(8)
    await page.getByRole('combobox', { name: 'Show' }).selectOption('All cells')
  })
  await test.step('Enter opens the viewer at the cell; Esc and Back come back to it', async () => {
    await middle.focus()
    await page.keyboard.press('Enter')
    await expect(viewerIn(page)).toBeVisible()
    await expect(page).toHaveURL(/#view=5$/)
    await expect(
      viewerIn(page).getByRole('heading', { name: 'strength 0.5, guidance scale 7' }),
    ).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(viewerIn(page)).toBeHidden()
    await expect(page).not.toHaveURL(/#view/)
    await expect(middle).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(viewerIn(page)).toBeVisible()
    await viewerIn(page).getByRole('button', { name: 'Next result' }).click()
    await expect(page).toHaveURL(/#view=6$/)
    await page.goBack()
    await expect(viewerIn(page)).toBeHidden()
    await expect(cellOf(page, 'strength 0.5, guidance scale 12')).toBeFocused()
  })
  await test.step('two that were chosen are compared, and the address brings it back', async () => {
    await first.focus()
    await page.keyboard.press('x')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.getByRole('button', { name: 'Compare 2 chosen' }).click()
    await expect(viewerIn(page).getByText('1 of 2')).toBeVisible()
    await page.reload()
    await expect(viewerIn(page).getByText('1 of 2')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(viewerIn(page)).toBeHidden()
  })
})

test('a board is sorted, read as a table, and taken away', async ({ page }, testInfo) => {
  const id = await runAllModels(page)
  const origin = new URL(page.url()).origin
  await expect(progressIn(page, `${models.length} of ${models.length} done`)).toBeVisible(painted)
  const { predictions } = await readRun(origin, id)
  const byTime = [...predictions]
    .sort((a, b) => timeOf(a) - timeOf(b) || a.position - b.position)
    .map(({ modelName }) => modelName)
  const titles = async (rows: Locator) =>
    rows.evaluateAll((cells) => cells.map((cell) => cell.querySelector('h3, th')?.textContent ?? ''))

  await test.step('by time', async () => {
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Time')
    await expect.poll(() => titles(cellsIn(page))).toEqual(byTime)
    await page.getByRole('button', { name: 'The other end first' }).click()
    await expect.poll(() => titles(cellsIn(page))).toEqual([...byTime].reverse())
    await expect(cellsIn(page).last()).toContainText('Fastest')
  })
  await test.step('as a table, whose headers say the order', async () => {
    await page.getByRole('radio', { name: 'Table' }).check()
    const header = page.getByRole('columnheader', { name: 'Time' })
    await expect(header).toHaveAttribute('aria-sort', 'descending')
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(() => titles(boardIn(page).locator('tbody tr'))).toEqual(byTime)
    await page.getByRole('columnheader', { name: 'Cell' }).getByRole('button').click()
    await expect(page.getByRole('columnheader', { name: 'Cell' })).toHaveAttribute('aria-sort', 'ascending')
  })

  const save = async (button: string) => {
    await page.getByRole('button', { name: 'Export' }).click()
    const menu = page.getByRole('dialog', { name: 'Export the board' })
    const started = page.waitForEvent('download')
    await menu.getByText(button).click()
    const download = await started
    const file = testInfo.outputPath(download.suggestedFilename())
    await download.saveAs(file)
    await page.keyboard.press('Escape')
    return { name: download.suggestedFilename(), bytes: fs.readFileSync(file) }
  }
  await test.step('CSV', async () => {
    const { name, bytes } = await save('Table, CSV')
    expect(name).toBe('diptych-make-it-black-and-white.csv')
    const lines = bytes.toString('utf8').trimEnd().split('\r\n')
    expect(lines).toHaveLength(models.length + 1)
    expect(lines[0]).toMatch(/^cell,title,model,.*seed,width,height.*input\.prompt.*ssim/)
    for (const [index, model] of models.entries()) expect(lines[index + 1]).toContain(`,${model.id},`)
  })
  await test.step('JSON', async () => {
    const { bytes } = await save('Table, JSON')
    const told = JSON.parse(bytes.toString('utf8')) as { run: { id: string }; cells: { model: string }[] }
    expect(told.run.id).toBe(id)
    expect(told.cells.map(({ model }) => model)).toEqual(models.map((model) => model.id))
  })
  await test.step('contact sheet', async () => {
    const { name, bytes } = await save('Contact sheet')
    expect(name).toBe('diptych-make-it-black-and-white.png')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    expect(width).toBeGreaterThan(1000)
    expect(Math.max(width, height)).toBeLessThanOrEqual(8000)
  })
  await test.step('ZIP', async () => {
    const { bytes } = await save('Pictures, ZIP')
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

function timeOf({ finishedAt, submittedAt }: PredictionView): number {
  return (finishedAt ?? 0) - (submittedAt ?? 0)
}

test('a cell that failed says why and is tried again alone, in its place', async ({
  diptych,
  page,
  expected,
}) => {
  // The server is restarted with the right key; a picture may be asked for just then.
  expected.push(/Failed to load resource: net::ERR_/)
  const sandbox = await startSandboxProcess({ SANDBOX_LATENCY_MS: '0-50' })
  try {
    const port = await freePort()
    const env = { ...sandbox.env, PUBLIC_URL: `http://127.0.0.1:${port}` }
    const wrong = await diptych({ port, env: { ...env, BYTECOMPUTE_API_KEY: 'wrong' } })
    const id = await runAllModels(page, wrong.url)
    await expect(progressIn(page, `${models.length - 1} of ${models.length} done, 1 failed`)).toBeVisible(
      painted,
    )
    const cell = cellOf(page, 'FLUX.2 [klein] 4B')
    await expect(cell).toContainText('did not accept the API key')
    await expect(cell).toContainText('Nothing was charged.')
    const sent = sandbox.submits().length
    await wrong.stop()

    // The key is put right, and the server started anew on the same folder.
    const right = await diptych({ port, env, dataFolder: wrong.dataFolder })
    await cell.getByRole('button', { name: 'Try again' }).click()
    await expect(progressIn(page, `${models.length} of ${models.length} done`)).toBeVisible(painted)
    await expect(cell.getByRole('button', { name: /^Open in the viewer/ })).toBeVisible()
    expect(sandbox.submits().length, 'the others were not sent again').toBe(sent + 1)
    expect((await readRun(right.url, id)).predictions.map(({ attempt }) => attempt)).toEqual(
      models.map(({ provider }) => (provider === 'bytecompute' ? 1 : 0)),
    )
    await page.reload()
    await expect(progressIn(page, `${models.length} of ${models.length} done`)).toBeVisible(painted)
  } finally {
    await sandbox.dispose()
  }
})

test('all that is unfinished is canceled at once, and it is said what that came to', async ({
  diptych,
  page,
}) => {
  const server = await diptych({ env: { SANDBOX_LATENCY_MS: '60000-60000' } })
  await runSweep(page, server.url)
  await expect(cellsIn(page).filter({ hasText: 'The model is working' })).toHaveCount(4)
  await page.getByRole('button', { name: 'Cancel all' }).click()
  await expect(progressIn(page, '0 of 9 done, 9 canceled')).toBeVisible()
  await expect(
    boardIn(page).getByText(/5 × Canceled before it was sent\. Nothing was charged\./),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel all' })).toHaveCount(0)
  await expect(cellsIn(page).first().getByRole('button', { name: 'Try again' })).toBeVisible()
})

for (const { name, use } of screens)
  test.describe(name, () => {
    test.use(use)

    test('a board in all its states', async ({ diptych, page, context }) => {
      test.setTimeout(120_000)
      await runSweep(page)
      await expect(progressIn(page, '9 of 9 done')).toBeVisible(painted)
      await expectAccessible(page, 'a full board', besideForm)
      await page.getByRole('button', { name: 'Keys and figures' }).click()
      await expectAccessible(page, 'its help', besideForm)
      await page.keyboard.press('Escape')
      await cellsIn(page).first().getByRole('button', { name: 'More' }).click()
      await expectAccessible(page, 'a cell’s menu', besideForm)
      await page.keyboard.press('Escape')
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Time')
      await expectAccessible(page, 'a sorted board', besideForm)
      await page.getByRole('radio', { name: 'Table' }).check()
      await expect(boardIn(page).getByRole('table')).toBeVisible()
      await expectAccessible(page, 'a table', besideForm)
      await boardIn(page).getByRole('row').nth(1).getByRole('button').click()
      await expect(viewerIn(page)).toBeVisible()
      await expectAccessible(page, 'the viewer on a board', besideForm)

      // A tab of its own: its form begins empty.
      const failures = await context.newPage()
      await runAllModels(failures, page.url().replace(/\/runs.*/, '/'), 'Add a purple elephant wearing a hat')
      await expect(progressIn(failures, `0 of ${models.length} done, ${models.length} failed`)).toBeVisible()
      await expectAccessible(failures, 'a board of failures', besideForm)

      const slow = await diptych({ env: { SANDBOX_LATENCY_MS: '60000-60000' } })
      const work = await context.newPage()
      await runSweep(work, slow.url)
      await expect(cellsIn(work).filter({ hasText: 'The model is working' }).first()).toBeVisible()
      await expectAccessible(work, 'a board at work', besideForm)
    })
  })
