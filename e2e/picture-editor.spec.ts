import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { Asset } from '@/lib/assets/asset'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import { expectAccessible } from './accessible'
import { addFile, instructionIn, open, picturesIn } from './playground-page'
import { expect, test } from './test'

/** Puts a picture into the form and opens the editor on it. */
async function openEditor(page: Page, file: Buffer): Promise<void> {
  await open(page)
  await addFile(page, file)
  await editButton(page).click()
  await expect(editor(page)).toBeVisible()
}

/** What the form holds now, and what the server knows of it. */
async function inForm(page: Page): Promise<{ asset: Asset; source?: Asset; edits?: PictureEdits }> {
  const id = await pictureId(page)
  return (await (await page.request.get(`/api/v1/pictures/${id}`)).json()) as {
    asset: Asset
    source?: Asset
    edits?: PictureEdits
  }
}
const pictureId = async (page: Page) =>
  ((await picturesIn(page).first().getAttribute('src')) ?? '').split('/')[2] ?? ''
const editButton = (page: Page) => page.getByRole('button', { name: 'Edit image1' })

const editor = (page: Page) => page.getByRole('dialog', { name: 'Edit picture' })
const size = (page: Page) => page.getByTestId('editor-size')
const handle = (page: Page, name: string) => page.getByRole('slider', { name: `${name} of the crop` })
const field = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true })
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1E6FD9' } })
    .png()
    .toBuffer()

async function save(page: Page) {
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(editor(page)).toBeHidden()
}

test('crop by mouse, turn, resize, extend, save, and take it up again', async ({ page }) => {
  await openEditor(page, await plain(800, 600))
  const sourceId = await pictureId(page)
  await expect(size(page)).toHaveText('800 × 600 → 800 × 600')
  await page.getByRole('button', { name: '1:1', exact: true }).click()
  await expect(size(page)).toHaveText('800 × 600 → 600 × 600')

  const corner = await handle(page, 'Bottom right corner').boundingBox()
  if (!corner) throw new Error('There is no handle.')
  await page.mouse.move(corner.x + corner.width / 2, corner.y + corner.height / 2)
  await page.mouse.down()
  await page.mouse.move(corner.x - 80, corner.y - 80, { steps: 4 })
  await page.mouse.up()
  await expect(size(page)).toHaveText(/→ (\d+) × \1$/)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(size(page)).toHaveText('800 × 600 → 600 × 600')

  await page.getByRole('button', { name: 'Free', exact: true }).click()
  await field(page, 'Width').fill('400')
  await page.getByRole('button', { name: 'Turn right by 90°' }).click()
  await expect(size(page)).toHaveText('800 × 600 → 600 × 400')
  await page.getByRole('tab', { name: 'Size' }).click()
  await field(page, 'Width').fill('300')
  await expect(field(page, 'Height')).toHaveValue('200')
  await page.getByRole('tab', { name: 'Extend' }).click()
  await page.getByRole('button', { name: 'Make square' }).click()
  await page.getByRole('radio', { name: 'Transparent' }).check()
  await expect(size(page)).toHaveText('800 × 600 → 300 × 300')
  await save(page)
  await expect(page.getByRole('img', { name: 'image1, 300 by 300 pixels' })).toBeVisible()
  await expect(editButton(page)).toBeFocused()
  expect(await inForm(page)).toMatchObject({
    asset: { width: 300, height: 300, hasAlpha: true, type: 'image/png' },
    source: { id: sourceId },
    edits: { turns: 1, resize: { width: 300, height: 200 } },
  })

  await test.step('from the source again, with the edits, also after a reload', async () => {
    await page.reload()
    await editButton(page).click()
    await expect(size(page)).toHaveText('800 × 600 → 300 × 300')
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await expect(size(page)).toHaveText('800 × 600 → 800 × 600')
    // In the middle of it: what was not saved yet is there again, one step after what was.
    await page.reload()
    await editButton(page).click()
    await expect(page.getByText('These are the edits from before the page was left.')).toBeVisible()
    await expect(size(page)).toHaveText('800 × 600 → 800 × 600')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(size(page)).toHaveText('800 × 600 → 300 × 300')
    await page.getByRole('button', { name: 'Redo', exact: true }).click()
    await save(page)
    await expect(page.getByRole('img', { name: 'image1, 800 by 600 pixels' })).toBeVisible()
    expect(await pictureId(page)).toBe(sourceId)
  })

  await test.step('one press undoes it, and one brings the original back', async () => {
    const original = page.getByRole('button', { name: 'Original of image1' })
    await expect(original).toBeHidden()
    await page.getByRole('button', { name: 'Undo the change of the pictures' }).click()
    await expect(page.getByText('edited', { exact: true })).toBeVisible()
    await original.click()
    await expect(page.getByRole('img', { name: 'image1, 800 by 600 pixels' })).toBeVisible()
    expect(await pictureId(page)).toBe(sourceId)
  })
})

test('the mask of a picture follows its edits', async ({ page }) => {
  await openEditor(page, await plain(800, 600))
  await page.getByRole('button', { name: 'Cancel' }).click()
  // The left half is white.
  const white = { create: { width: 400, height: 600, channels: 3, background: '#fff' } } as const
  const file = await sharp({ create: { ...white.create, width: 800, background: '#000' } })
    .composite([{ input: white, left: 0, top: 0 }])
    .png()
    .toBuffer()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Mask from a file' }).click()
  await (await chooser).setFiles({ name: 'mask.png', mimeType: 'image/png', buffer: file })
  const mask = page.getByRole('button', { name: 'Remove mask' })
  await expect(mask).toBeVisible()

  await editButton(page).click()
  await page.getByRole('button', { name: 'Turn right by 90°' }).click()
  await save(page)
  await expect(page.getByRole('img', { name: 'image1, 600 by 800 pixels' })).toBeVisible()
  await expect(mask).toBeVisible()
  const draft = await page.evaluate(() => {
    window.dispatchEvent(new Event('pagehide'))
    return JSON.parse(sessionStorage.getItem('diptych:draft:2') ?? '{}') as {
      values: { masks: Record<string, string> }
    }
  })
  const followed = draft.values.masks[await pictureId(page)]
  const bytes = await (await page.request.get(`/assets/${followed}`)).body()
  const { data, info } = await sharp(bytes).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([600, 800])
  // Turned to the right, what was left is on top.
  expect([data[300], data[600 * 399], data[600 * 401], data[600 * 799]]).toEqual([255, 255, 0, 0])
})

test('everything by keyboard', async ({ page }) => {
  await openEditor(page, await plain(800, 600))
  await handle(page, 'Left side').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(handle(page, 'Left side')).toHaveAttribute('aria-valuetext', '783 × 600 pixels, from 17, 0')
  await page.keyboard.press('Control+z')
  await expect(size(page)).toHaveText('800 × 600 → 800 × 600')
  await page.keyboard.press('Control+Shift+z')
  await expect(size(page)).toHaveText('800 × 600 → 783 × 600')
  await page.keyboard.press('r')
  await expect(size(page)).toHaveText('800 × 600 → 600 × 783')
  await page.keyboard.press('Shift+R')
  const slider = page.getByRole('slider', { name: 'Straighten' })
  await slider.focus()
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '+0.5°')
  // A key in a field is a character, not a command.
  await field(page, 'Width').focus()
  await page.keyboard.press('h')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Discard the changes?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(editor(page)).toBeHidden()
  await expect(editButton(page)).toBeFocused()
})

test('by touch, on a phone', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await openEditor(page, await plain(800, 600))
  const corner = await handle(page, 'Top left corner').boundingBox()
  if (!corner) throw new Error('There is no handle.')
  expect(Math.min(corner.width, corner.height)).toBeGreaterThanOrEqual(44)
  const [x, y] = [corner.x + corner.width / 2, corner.y + corner.height / 2]
  const touch = await context.newCDPSession(page)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (const step of [20, 40, 60])
    await touch.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: [{ x: x + step, y: y + step }],
    })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(size(page)).not.toHaveText('800 × 600 → 800 × 600')
  await context.close()
})

for (const theme of ['light', 'dark'] as const)
  test(`no barrier in ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await openEditor(page, await plain(800, 600))
    for (const tool of ['Crop', 'Size', 'Extend']) {
      await page.getByRole('tab', { name: tool }).click()
      await expectAccessible(page, tool, { within: 'dialog' })
    }
  })

test('what the server refuses is said, and nothing is lost', async ({ page, expected }) => {
  expected.push(/Failed to load resource/)
  // One half is another colour: mirrored, it is another picture.
  const half = { create: { width: 400, height: 600, channels: 3, background: '#fff' } } as const
  const halves = sharp(await plain(800, 600)).composite([{ input: half, left: 0, top: 0 }])
  await openEditor(page, await halves.png().toBuffer())
  await page.keyboard.press('h')
  await page.route('**/prepare', (route) =>
    route.fulfill({ status: 422, json: { error: 'No more today.', code: 'x' } }),
  )
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(editor(page).getByRole('alert')).toHaveText('No more today.')
  await page.unroute('**/prepare')
  await save(page)
  await expect.poll(async () => (await inForm(page)).edits?.mirrored).toBe(true)

  await test.step('what does not fit is said before', async () => {
    await editButton(page).click()
    await page.getByRole('tab', { name: 'Size' }).click()
    await field(page, 'Width').fill('60000')
    await expect(editor(page).getByRole('alert')).toContainText('at most 80 megapixels are taken')
    await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')
  })
})

test('the eyedropper gives the stored pixel, by keyboard and by pointer', async ({ page }) => {
  // Neighbours differ in every channel, so a pixel off, or smoothing, or a smaller copy, shows.
  const [width, height] = [1500, 1100]
  const data = Buffer.alloc(width * height * 3)
  const colourAt = (x: number, y: number) => [(x * 37) % 256, (y * 91) % 256, (x * 11 + y * 7) % 256]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 3)
  const file = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
  await open(page)
  await addFile(page, file)
  await instructionIn(page).fill('Paint the wall')
  await page.getByRole('button', { name: 'Colour', exact: true }).click()
  const dropper = page.getByRole('application', { name: /Pick a pixel/ })
  await expect(dropper).toHaveAttribute('aria-busy', 'false')
  const hexAt = (x: number, y: number) =>
    `#${colourAt(x, y)
      .map((value) => value.toString(16).padStart(2, '0'))
      .join('')}`.toUpperCase()

  await dropper.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'ArrowUp']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  const colour = page.getByRole('textbox', { name: 'Colour', exact: true })
  await expect(colour).toHaveValue(hexAt(752, 559))

  const box = await dropper.boundingBox()
  if (!box) throw new Error('The eyedropper is not drawn.')
  await dropper.click({ position: { x: box.width * 0.25, y: box.height * 0.75 } })
  const told = await dropper.locator('..').getByRole('status').textContent()
  const [, x = 0, y = 0, hex] = /^(\d+), (\d+): (#.{6})$/.exec(told ?? '') ?? []
  expect(Math.abs(Number(x) - width * 0.25)).toBeLessThanOrEqual(3)
  expect(hex).toBe(hexAt(Number(x), Number(y)))
  await expect(colour).toHaveValue(hex ?? '')
  await page.getByRole('button', { name: 'Insert' }).click()
  await expect(instructionIn(page)).toHaveValue(`Paint the wall ${hex}`)
  await expect(instructionIn(page)).toBeFocused()
})
