import type { Page } from '@playwright/test'
import fs from 'node:fs/promises'
import type { RunView } from '@/lib/predictions/view'
import { expectAccessible } from './accessible'
import {
  addSample,
  chooseModel,
  compareWith,
  instructionIn,
  open,
  pickerIn,
  picturesIn,
  run,
  runButtonIn,
  sectionOf,
} from './playground-page'
import { expect, test } from './test'

const promptField = { within: '[data-field="input.prompt"]' }
const panel = (page: Page, name: string) => page.getByRole('region', { name })
const bar = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Writing help' }).first().getByRole('button', { name, exact: true })
const chips = (page: Page) =>
  page.getByRole('list', { name: 'Pictures named in the text' }).getByRole('button')

test('pictures are named by "@", and the names follow the order', async ({ page, server }) => {
  await open(page)
  await chooseModel(page, 'FLUX.2 [pro] Edit')
  for (const title of ['Cat', 'Coffee', 'Rocket']) await addSample(page, title)
  const box = instructionIn(page)
  const options = page.getByRole('listbox', { name: 'Pictures to name' }).getByRole('option')

  await test.step('the list opens, is walked through by arrows, and Enter puts the name in', async () => {
    await box.click()
    await page.keyboard.type('🐈 Put @')
    await expect(options).toHaveCount(3)
    await expect(box).toHaveAttribute(
      'aria-activedescendant',
      (await options.nth(0).getAttribute('id')) ?? '',
    )
    await page.keyboard.press('ArrowDown')
    await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
    await expectAccessible(page, 'the names of pictures', promptField)
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('🐈 Put image 2 ')
    await expect(options).toHaveCount(0)
    await page.keyboard.type('into @3')
    await expect(options).toHaveCount(1)
    await page.keyboard.press('Tab')
    await page.keyboard.type('beside Image1')
    await expect(box).toHaveValue('🐈 Put image 2 into image 3 beside Image1')
    await expect(chips(page)).toHaveText(['image 1', 'image 2', 'image 3'])
  })
  await test.step('Esc leaves the "@" alone, and an address opens nothing', async () => {
    await page.keyboard.type(' @')
    await expect(options).toHaveCount(3)
    await page.keyboard.press('Escape')
    await expect(options).toHaveCount(0)
    await page.keyboard.press('Backspace')
    await page.keyboard.type('a@b')
    await expect(options).toHaveCount(0)
    for (let press = 0; press < 4; press++) await page.keyboard.press('Backspace')
    await expect(box).toHaveValue('🐈 Put image 2 into image 3 beside Image1')
  })
  await test.step('a chip selects its name in the text', async () => {
    await chips(page).nth(1).click()
    const selected = await box.evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart, element.selectionEnd),
    )
    expect(selected).toBe('image 2')
  })

  await compareWith(page, 'FLUX.1 Dev')
  const dev = sectionOf(page, 'FLUX.1 Dev')
  await dev.locator('summary').first().click()
  await dev.getByRole('button', { name: 'prompt', exact: true }).click()
  const own = dev.getByRole('textbox', { name: 'Prompt' })
  await own.fill('image 3 alone')

  const [cat, coffee] = await Promise.all(
    [0, 1].map((index) => picturesIn(page).nth(index).getAttribute('src')),
  )
  await test.step('moving a picture renumbers every instruction, in one step that is undone in one', async () => {
    await page.getByRole('button', { name: 'Move image2 earlier' }).click()
    await expect(picturesIn(page).first()).toHaveAttribute('src', coffee ?? '')
    await expect(instructionIn(page).first()).toHaveValue('🐈 Put image 1 into image 3 beside Image2')
    await page.getByRole('button', { name: 'Move image3 earlier' }).click()
    await expect(instructionIn(page).first()).toHaveValue('🐈 Put image 1 into image 2 beside Image3')
    await expect(own).toHaveValue('image 2 alone')
    await page.getByRole('button', { name: 'Undo the change of the pictures' }).click()
    await expect(instructionIn(page).first()).toHaveValue('🐈 Put image 1 into image 3 beside Image2')
    await expect(own).toHaveValue('image 3 alone')
    await page.getByRole('button', { name: 'Move image2 earlier' }).click()
    await page.keyboard.press('Control+z')
    await expect(picturesIn(page).first()).toHaveAttribute('src', coffee ?? '')
    await page.getByRole('button', { name: 'Move image2 earlier' }).click()
    await expect(picturesIn(page).first()).toHaveAttribute('src', cat ?? '')
  })
  await test.step('the name of a removed picture names nothing, and that is said', async () => {
    await page.getByRole('button', { name: 'Remove image1' }).click()
    await expect(instructionIn(page).first()).toHaveValue('🐈 Put image 1 into image 2 beside Image3')
    await expect(chips(page).nth(2)).toHaveText('image 3: no such picture')
    await expect(page.getByText('image 3 is mentioned, but there are 2 pictures.').first()).toBeVisible()
    await expect(runButtonIn(page)).not.toHaveAttribute('aria-disabled')
  })
  await test.step('what is run is what stands there', async () => {
    const id = await run(page)
    const { input, choices } = (await (await fetch(`${server.url}/api/v1/runs/${id}`)).json()) as RunView
    expect(input.prompt).toBe('🐈 Put image 1 into image 2 beside Image3')
    expect(choices[1]?.override?.prompt).toBe('image 2 alone')
  })
})

test('a colour is put in where the caret was', async ({ page }) => {
  await open(page)
  const box = instructionIn(page)
  await box.fill('Paint the car and the house')
  await box.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(13, 13))
  await bar(page, 'Colour').click()
  await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#1e6fd9')
  await expectAccessible(page, 'the colours', promptField)
  await page.getByRole('button', { name: 'Insert' }).click()
  await expect(box).toHaveValue('Paint the car #1E6FD9 and the house')
  await expect(box).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(box).toHaveValue('Paint the car and the house')
  await bar(page, 'Colour').click()
  await page.keyboard.press('Escape')
  await expect(panel(page, 'Colour')).toBeHidden()
  await expect(bar(page, 'Colour')).toBeFocused()
})

test('earlier instructions: searched, and by Alt and the arrows', async ({ diptych, page }) => {
  const own = await diptych()
  await open(page, own.url)
  await chooseModel(page, 'FLUX.1 Dev')
  for (const text of ['A mountain at night', 'A cat, sepia', 'A lake']) {
    await instructionIn(page).fill(text)
    await run(page)
  }
  const box = instructionIn(page)
  await box.fill('something new')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(box).toHaveValue('A lake')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(box).toHaveValue('A cat, sepia')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(box).toHaveValue('something new')

  await bar(page, 'History').click()
  const list = page.getByRole('list', { name: 'Earlier instructions' }).getByRole('button')
  await expect(list).toHaveText(['A lake', 'A cat, sepia', 'A mountain at night'])
  await page.getByRole('searchbox', { name: 'Search earlier instructions' }).fill('CAT')
  await expect(list).toHaveText(['A cat, sepia'])
  await expectAccessible(page, 'the history', promptField)
  await list.first().click()
  await expect(box).toHaveValue('A cat, sepia')
  await expect(box).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(box).toHaveValue('something new')
})

test('presets: saved, applied, renamed, deleted, and taken to another server', async ({
  diptych,
  page,
  expected,
}) => {
  expected.push(/Failed to load resource.*4\d\d/)
  const own = await diptych()
  await open(page, own.url)
  await chooseModel(page, 'FLUX.1 Dev')
  await instructionIn(page).fill('Make it night 🌙')
  await page.getByRole('textbox', { name: 'Guidance scale' }).fill('9')
  await addSample(page, 'Cat')

  const saved = page.getByRole('list', { name: 'Saved presets' })
  const name = page.getByRole('textbox', { name: 'Save this form as' })
  await test.step('saved under a name; the same name replaces it', async () => {
    await bar(page, 'Presets').click()
    await expect(panel(page, 'Presets')).toContainText('No presets yet.')
    await name.fill('Night')
    await page.keyboard.press('Enter')
    await expect(saved).toContainText('NightFLUX.1 Dev')
    await name.fill('night ')
    await expect(page.getByRole('button', { name: 'Replace', exact: true })).toBeVisible()
    await name.fill('')
    await expectAccessible(page, 'the presets', promptField)
  })
  await test.step('applied onto other pictures in a form that stands otherwise', async () => {
    await page.getByRole('button', { name: 'Remove image1' }).click()
    await addSample(page, 'Coffee')
    await chooseModel(page, 'FLUX.2 [pro] Edit')
    await instructionIn(page).fill('Other')
    const picture = await picturesIn(page).first().getAttribute('src')
    await saved.getByRole('button', { name: 'Night FLUX.1 Dev' }).click()
    await expect(pickerIn(page)).toContainText('FLUX.1 Dev')
    await expect(instructionIn(page)).toHaveValue('Make it night 🌙')
    await expect(page.getByRole('textbox', { name: 'Guidance scale' })).toHaveValue('9')
    await expect(picturesIn(page).first()).toHaveAttribute('src', picture ?? '')
    await page.getByRole('button', { name: /^Undo: bring back what was there/ }).click()
    await expect(instructionIn(page)).toHaveValue('Other')
    await expect(pickerIn(page)).toContainText('FLUX.2 [pro] Edit')
  })
  await test.step('renamed, deleted, and back', async () => {
    await page.getByRole('button', { name: 'Rename Night' }).click()
    await page.getByRole('textbox', { name: 'New name of “Night”' }).fill('Moonlight')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Rename Moonlight' })).toBeFocused()
    await page.getByRole('button', { name: 'Delete Moonlight' }).click()
    await expect(saved).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo: bring back “Moonlight”' }).click()
    await expect(saved).toContainText('Moonlight')
  })
  await test.step('as a file, which another time gets another name', async () => {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export all' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('diptych-presets.json')
    const text = await fs.readFile(await download.path(), 'utf8')
    const file = page.locator('input[type="file"][accept*="json"]')
    await file.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await expect(saved.getByRole('listitem')).toHaveCount(2)
    await expect(saved).toContainText('Moonlight (2)')
    const bad: [string, string][] = [
      ['{', 'The file is not JSON.'],
      ['{"presets":[]}', 'This is not a file of presets.'],
      [text.replace('"samples": 1', '"samples": 0'), 'Preset 1 (“Moonlight”) can’t be read: sweep.samples:'],
    ]
    for (const [content, sentence] of bad) {
      await file.setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(content) })
      await expect(panel(page, 'Presets').getByRole('alert')).toContainText(sentence)
    }
    await expect(saved.getByRole('listitem')).toHaveCount(2)
  })
  await test.step('there in another browser, and after a restart', async () => {
    await own.stop()
    await own.start()
    const answer = (await (await fetch(`${own.url}/api/v1/presets`)).json()) as {
      presets: { name: string }[]
    }
    expect(answer.presets.map((preset) => preset.name)).toEqual(['Moonlight', 'Moonlight (2)'])
  })
})

test('10,000 characters stay a plain text box', async ({ page }) => {
  await open(page)
  const text = `${'Keep image 1 as it is. 🐈 '.repeat(400)}`.slice(0, 9990)
  const box = instructionIn(page)
  await box.fill(text)
  await addSample(page, 'Cat')
  await box.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' @')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue(`${text} image 1 `)
  await expect(chips(page)).toHaveText(['image 1'])
})
