import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { RunView } from '@/lib/predictions/view'
import { readZip } from '@/lib/testing/read-zip'
import { centre, expectAccessible } from './accessible'
import { root } from './diptych-server'
import { freePort } from './free-port'
import {
  addSample,
  chooseModel,
  compareWith,
  instructionIn,
  open,
  painted,
  run,
  runButtonIn,
} from './playground-page'
import { startSandboxProcess } from './sandbox-process'
import { screens } from './screens'
import { expect, test } from './test'

const sample = (name: string) => fs.readFileSync(path.join(root, 'public/samples', name))
const jpeg = (name: string, file: string) => ({ name, mimeType: 'image/jpeg', buffer: sample(file) })
const cat = jpeg('cat.jpg', 'animal-cat.jpg')
const flower = jpeg('Löwen zahn.jpg', 'flower-dandelion.jpg')
const hills = jpeg('hills.jpg', 'landscape-mountains.jpg')

const csv = [
  'file;instruction',
  'hills.jpg;Make it black and white',
  'cat.jpg;Turn this into a pencil sketch',
  'Löwen zahn;"Tint it #1e6fd9"',
]

const summaryIn = (page: Page): Locator => page.locator('summary', { hasText: /^Batch/ })
const picturesIn = (page: Page): Locator => page.getByRole('group', { name: 'Pictures of the batch' })
const itemsIn = (page: Page): Locator =>
  picturesIn(page)
    .getByRole('list', { name: /pictures?$/ })
    .getByRole('listitem')
const listIn = (page: Page): Locator => page.getByRole('textbox', { name: 'Instruction for each picture' })
const boardIn = (page: Page): Locator => page.getByRole('region', { name: 'Board' })
const cellOf = (page: Page, title: string): Locator => page.getByRole('article', { name: title, exact: true })

async function choose(
  page: Page,
  button: Locator,
  files: Parameters<Locator['setInputFiles']>[0],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(files)
}

async function addToBatch(page: Page, ...files: ReturnType<typeof jpeg>[]): Promise<void> {
  const before = await itemsIn(page).count()
  await choose(page, picturesIn(page).getByRole('button', { name: /^(Choose|Add) pictures$/ }), files)
  await expect(itemsIn(page)).toHaveCount(before + files.length)
}

async function openBatch(page: Page, address?: string): Promise<void> {
  await open(page, address)
  await summaryIn(page).click()
  await expect(picturesIn(page)).toBeVisible()
}

async function readRun(url: string, id: string): Promise<RunView> {
  return (await (await fetch(`${url}/api/v1/runs/${id}`)).json()) as RunView
}

test('three pictures, each with its instruction from a CSV file; the server dies in the middle', async ({
  diptych,
  page,
  expected,
}) => {
  test.setTimeout(150_000)
  expected.push(/Failed to load resource: net::ERR_/)
  const sandbox = await startSandboxProcess({ SANDBOX_LATENCY_MS: '6000-6000' })
  try {
    const port = await freePort()
    const server = await diptych({ port, env: sandbox.env })
    await openBatch(page, server.url)
    // Its provider is sent the pictures themselves: it needs no server to fetch them from while that is dead.
    await chooseModel(page, 'FLUX.2 Klein Base 9B Edit')
    await addToBatch(page, cat, flower, hills)
    await choose(page, page.getByRole('button', { name: 'Load CSV' }), {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${csv.join('\r\n')}\r\n`),
    })
    await expect(itemsIn(page).first()).toContainText('hills.jpg')
    await expect(itemsIn(page).first()).toContainText('Make it black and white')
    await expect(runButtonIn(page)).toHaveAccessibleName('Run 3 · 4.8¢')

    const id = await run(page)
    const states = async () => (await readRun(server.url, id)).predictions.map(({ state }) => state)
    // All sent, none done: a kill in the middle of a submit leaves it unconfirmed for ever.
    await expect.poll(states, { timeout: 60_000, intervals: [50] }).toEqual(Array(3).fill('running'))
    await server.kill()
    await expect(page.getByRole('alert').filter({ hasText: 'does not answer' })).toBeVisible()
    await server.start()
    await expect(boardIn(page).getByText('3 of 3 done', { exact: true }).first()).toBeVisible(painted)

    await test.step('all are complete, each was sent once, with its own picture and instruction', async () => {
      const { axes, predictions } = await readRun(server.url, id)
      expect(predictions.map(({ state }) => state)).toEqual(Array(3).fill('succeeded'))
      expect(sandbox.submits()).toHaveLength(3)
      expect(axes?.[0]?.names).toEqual(['hills.jpg', 'cat.jpg', 'Löwen zahn.jpg'])
      const prompts = ['Make it black and white', 'Turn this into a pencil sketch', 'Tint it #1e6fd9']
      expect(predictions.map(({ input }) => input.prompt)).toEqual(prompts)
      expect(predictions.map(({ input }) => (input.images as string[])[0])).toEqual(axes?.[0]?.values)
    })
    await test.step('the viewer holds each result against its own picture', async () => {
      const cell = cellOf(page, 'cat.jpg, “Turn this into a pencil sketch”')
      await cell.getByRole('button', { name: /^Open in the viewer/ }).click()
      const viewer = page.getByRole('dialog', { name: 'Compare results' })
      await expect(viewer.getByText('Input cat.jpg').first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(viewer).toHaveCount(0)
    })
    await test.step('the archive names results after their pictures', async () => {
      const answer = await fetch(`${server.url}/api/v1/runs/${id}/pictures.zip`)
      const names = [...readZip(Buffer.from(await answer.arrayBuffer())).keys()]
      expect(names.map((name) => name.replace(/\.\w+$/, '')).sort()).toEqual(
        [
          'cat-turn-this-into-a-pencil-sketch',
          'hills-make-it-black-and-white',
          'Löwen-zahn-tint-it-1e6fd9',
          'input-cat',
          'input-hills',
          'input-Löwen-zahn',
          'manifest',
        ].sort(),
      )
    })
    await test.step('the run comes back into the form of another page', async () => {
      const other = await page.context().newPage()
      await open(other, page.url())
      await expect(summaryIn(other)).toContainText('3 pictures, each with its own instruction')
      await summaryIn(other).click()
      await expect(itemsIn(other).nth(2)).toContainText('Tint it #1e6fd9')
      await expect(runButtonIn(other)).toHaveAccessibleName('Run 3 · 4.8¢')
    })
  } finally {
    await sandbox.dispose()
  }
})

test('a budget with room for a part of a batch: the rest says so, and goes on with one press', async ({
  diptych,
  page,
}) => {
  const sandbox = await startSandboxProcess({ SANDBOX_LATENCY_MS: '0-50' })
  try {
    const server = await diptych({ env: sandbox.env })
    const setBudgets = (perRun?: number) =>
      page.request.put(`${server.url}/api/v1/budgets`, { data: { perRun }, headers: { origin: server.url } })
    expect((await setBudgets(3.2)).status()).toBe(200)
    await openBatch(page, server.url)
    await chooseModel(page, 'FLUX.2 Klein Base 9B Edit')
    await addToBatch(page, cat, flower, hills)
    await instructionIn(page).fill('Make it black and white')
    const form = page.getByRole('form', { name: 'Playground' })
    const before = '4.8¢ would be spent; this run’s budget is 3.2¢. What does not fit is not run.'
    await test.step('the form says so before, once for all of the run, and blocks nothing', async () => {
      await expect(form.getByText(before)).toBeVisible()
      await page.getByRole('button', { name: 'Remove hills.jpg' }).click()
      await expect(form.getByText('would be spent')).toHaveCount(0)
      await addToBatch(page, hills)
      await expect(form.getByText(before)).toBeVisible()
    })
    await run(page)
    await expect(boardIn(page).getByText('2 of 3 done, 1 failed', { exact: true }).first()).toBeVisible()
    await expect(
      page.getByText('of the budget of a run, $0.032, there are $0.00 left').first(),
    ).toBeAttached()
    await expect(
      boardIn(page).getByText(
        '1.6¢ would be spent; this run’s budget has nothing left. It would not be run.',
      ),
    ).toBeVisible()
    expect((await setBudgets()).status()).toBe(200)
    await page.getByRole('button', { name: 'Try 1 again · 1.6¢' }).click()
    await expect(boardIn(page).getByText('3 of 3 done', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: /^Try \d+ again/ })).toHaveCount(0)
    expect(sandbox.submits()).toHaveLength(3)
  } finally {
    await sandbox.dispose()
  }
})

test('instructions that don’t fit say in which line, and one for all needs none', async ({ page }) => {
  await openBatch(page)
  await addToBatch(page, cat, flower)
  await listIn(page).fill('file,instruction\ncat.jpg,Make it brighter\nfox.jpg,Make it darker\n,Make it red')
  for (const text of [
    'Line 3: no picture here is called “fox.jpg”.',
    'Line 4 names no picture.',
    'Löwen zahn.jpg has no instruction: add a line for it, or remove the picture.',
  ])
    await expect(page.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible()
  await expect(runButtonIn(page)).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Line 4 names no picture.' }).click()
  await expect(listIn(page)).toBeFocused()

  await listIn(page).fill('Make it brighter\nMake it darker, and warmer')
  await expect(itemsIn(page).nth(1)).toContainText('Make it darker, and warmer')
  await expect(runButtonIn(page)).not.toHaveAttribute('aria-disabled', 'true')

  await listIn(page).fill('')
  await expect(
    page.getByRole('button', { name: 'Instruction is missing: write what should change.' }),
  ).toBeVisible()
  await instructionIn(page).fill('Make it much brighter')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run 2 · free (sandbox)')
})

test('pictures above go along, are moved, and all of it outlives a reload', async ({ page, server }) => {
  await open(page)
  await instructionIn(page).fill('Make it as bright as image 1')
  await addSample(page, 'Cat')
  await summaryIn(page).click()
  await addToBatch(page, flower)
  await test.step('the picture of the batch is image 1, and those that go along are counted behind it', async () => {
    await expect(
      page.getByText('This picture goes along with each picture of the batch below, as image 2.'),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: 'Edit image2' })).toBeVisible()
    await expect(instructionIn(page)).toHaveValue('Make it as bright as image 2')
    await page.getByRole('button', { name: 'Remove all' }).click()
    await expect(instructionIn(page)).toHaveValue('Make it as bright as image 1')
    await expect(page.getByRole('button', { name: 'Edit image1' })).toBeVisible()
    await addToBatch(page, flower)
  })
  await instructionIn(page).fill('Make it much brighter')
  await page.getByRole('button', { name: 'Move the picture above here' }).click()
  await expect(itemsIn(page)).toHaveCount(2)
  await compareWith(page, 'FLUX.2 [pro] Edit')
  await expect(page.getByText('2 models, 2 pictures: 4 predictions')).toBeVisible()
  await page.reload()
  await expect(summaryIn(page)).toContainText('2 pictures')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run 4 · free (sandbox)')

  const { predictions } = await readRun(server.url, await run(page))
  expect(predictions.map(({ input }) => (input.images as string[]).length)).toEqual([1, 1, 1, 1])
  await expect(boardIn(page).getByText('4 of 4 done', { exact: true }).first()).toBeVisible(painted)
  await test.step('a row for each picture, the models side by side', async () => {
    const box = async (title: string) => (await cellOf(page, title).boundingBox())!
    const first = await box('Löwen zahn.jpg, FLUX.2 Klein 9B Edit')
    expect((await box('Löwen zahn.jpg, FLUX.2 [pro] Edit')).y).toBe(first.y)
    expect((await box('picture 1, FLUX.2 Klein 9B Edit')).x).toBe(first.x)
  })
})

for (const { name, use } of screens)
  test.describe(name, () => {
    test.use(use)

    test('a batch in the form and on the board', async ({ page }, info) => {
      await openBatch(page)
      await centre(listIn(page))
      await expectAccessible(page, 'an empty batch')
      await addToBatch(page, cat, flower, hills)
      const long = ', with every hair of its coat and all of its whiskers in fine lines'
      await listIn(page).fill(`${csv.slice(0, 3).join('\n')}${long}`)
      await expect(page.getByText('Löwen zahn.jpg has no instruction').first()).toBeVisible()
      await centre(listIn(page))
      await expectAccessible(page, 'a batch with a problem')
      await page.screenshot({ path: info.outputPath('problem.png'), fullPage: true })
      await listIn(page).fill(csv.join('\n'))
      await compareWith(page, 'FLUX.1 Dev')
      await page.screenshot({ path: info.outputPath('form.png'), fullPage: true })
      await run(page)
      await expect(boardIn(page).getByText('6 of 6 done', { exact: true }).first()).toBeVisible(painted)
      await expectAccessible(page, 'the board of a batch')
      await page.screenshot({ path: info.outputPath('board.png'), fullPage: true })
    })
  })
