import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expectAccessible } from './accessible'
import {
  openPainter,
  openPainterAsking,
  pressPaint,
  rotatedPicture,
  save,
  setBrush,
  storedMask,
  type Place,
} from './mask-page'
import { expectSame, strokeMask, toPicture } from './mask-strokes'
import { expect, test } from './test'

test('a mask by keyboard alone: a rectangle, a fill, and saved', async ({ page }) => {
  const picture = await rotatedPicture()
  const stage = await openPainter(page, picture)
  const says = page.getByRole('dialog').getByRole('status')
  await expect(stage).toBeFocused()
  await page.keyboard.press('r')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Home')
  await page.keyboard.press('PageUp')
  for (let i = 0; i < 4; i++) await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(says).toHaveText('4, 1')
  await page.keyboard.press('Enter')
  await expect(says).toContainText('First corner set')
  for (let i = 0; i < 9; i++) await page.keyboard.press('Alt+ArrowRight')
  for (let i = 0; i < 4; i++) await page.keyboard.press('Alt+ArrowDown')
  await expect(says).toHaveText('10 × 5 px')
  await page.keyboard.press('Enter')
  await expect(says).toHaveText('Rectangle 10 × 5 px filled.')

  // The last stripe, by its colour.
  await page.keyboard.press('g')
  await page.keyboard.press('End')
  await page.keyboard.press(' ')
  await expect(says).toContainText('filled.')
  await expect(says).toContainText(`× ${picture.height} px`)
  await page.keyboard.press('Control+z')
  await expect(says).toHaveText('Undone: Fill.')
  await page.keyboard.press('Control+Shift+Z')
  await expect(says).toHaveText('Done again: Fill.')

  await page.getByRole('button', { name: 'Save mask' }).focus()
  await page.keyboard.press('Enter')
  await expect(stage).toBeHidden()
  const bytes = await storedMask(page, picture)
  const at = (x: number, y: number) => bytes[y * picture.width + x]
  expect([at(4, 1), at(13, 5), at(3, 1), at(14, 5), at(4, 0), at(13, 6)]).toEqual([255, 255, 0, 0, 0, 0])
  // 1003 px in stripes of 32: the last begins at 992.
  expect([at(1002, 0), at(995, 700), at(980, 300)]).toEqual([255, 255, 0])
})

test('the mouse draws rectangles and lassos, a stroke goes on through a zoom, and leaving the page asks', async ({
  page,
}) => {
  const picture = await rotatedPicture(403, 301)
  const stage = await openPainter(page, picture)
  await setBrush(page, 15)
  const place = await toPicture(stage)
  const draw = async (...points: Place[]) => {
    await page.mouse.move(points[0]!.x, points[0]!.y)
    await page.mouse.down()
    for (const { x, y } of points.slice(1)) await page.mouse.move(x, y)
  }

  await page.getByRole('button', { name: 'Rectangle' }).click()
  const corners = [
    { x: 300, y: 300 },
    { x: 420, y: 361 },
  ]
  await draw(...corners)
  await page.mouse.up()
  await page.getByRole('button', { name: 'Lasso' }).click()
  const triangle = [
    { x: 600, y: 200 },
    { x: 760, y: 210 },
    { x: 680, y: 330 },
  ]
  await draw(...triangle)
  await page.mouse.up()
  await page.getByRole('button', { name: 'Brush' }).click()
  await draw({ x: 350, y: 480 }, { x: 500, y: 500 })
  await stage.dispatchEvent('wheel', { clientX: 500, clientY: 500, deltaY: -100, bubbles: true })
  const closer = await toPicture(stage)
  expect(closer({ x: 600, y: 500 }).x).toBeLessThan(place({ x: 600, y: 500 }).x)
  await page.mouse.move(640, 470)
  await page.mouse.up()

  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  const bytes = await save(page, picture)

  const way = [place({ x: 350, y: 480 }), place({ x: 500, y: 500 }), closer({ x: 640, y: 470 })]
  const wanted = strokeMask(
    picture,
    way.map((point) => ({ ...point, size: 15 })),
  )
  const [first, second] = corners.map(place).map(({ x, y }) => ({ x: Math.floor(x), y: Math.floor(y) }))
  for (let y = first!.y; y <= second!.y; y++)
    wanted.fill(255, y * picture.width + first!.x, y * picture.width + second!.x + 1)
  // The lasso lies above all else on its side.
  const lasso = triangle.map(place)
  const isLasso = (at: number) =>
    at % picture.width > lasso[0]!.x - 2 && Math.floor(at / picture.width) < lasso[2]!.y + 2
  const inLasso = (x: number, y: number) => {
    const point = place({ x, y })
    return bytes[Math.floor(point.y) * picture.width + Math.floor(point.x)]
  }
  expect([inLasso(680, 215), inLasso(620, 210), inLasso(680, 315)]).toEqual([255, 255, 255])
  expect([inLasso(610, 300), inLasso(750, 300), inLasso(680, 190)]).toEqual([0, 0, 0])
  expectSame(
    bytes.map((value, at) => (isLasso(at) ? 0 : value)),
    wanted,
  )
})

test('an empty mask is refused, a full one asks, Esc asks before it throws away', async ({ page }) => {
  const picture = await rotatedPicture(203, 101)
  const stage = await openPainter(page, picture)
  const saveButton = page.getByRole('button', { name: 'Save mask' })
  await saveButton.click()
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('The mask is empty')
  await stage.focus()
  await page.keyboard.press('i')
  await saveButton.click()
  await expect(page.getByRole('dialog', { name: /whole picture/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(stage).toBeVisible()
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Close without saving?' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'Close without saving?' })).toBeHidden()
    await expect(stage).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Throw away' }).click()
  await expect(stage).toBeHidden()
  await pressPaint(page)
  await expect(stage).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(stage).toBeHidden()
})

test('a mask is opened again, taken from a file, fitted by choice, feathered, and downloaded', async ({
  page,
}) => {
  const picture = await rotatedPicture(403, 301)
  const half = await sharp({ create: { width: 403, height: 301, channels: 3, background: '#000' } })
    .composite([
      { input: { create: { width: 200, height: 301, channels: 3, background: '#fff' } }, left: 0, top: 0 },
    ])
    .png()
    .toBuffer()
  const stage = await openPainter(page, picture, half)
  const dialog = page.getByRole('dialog').first()
  const says = dialog.getByRole('status')
  await stage.focus()
  await page.keyboard.press('i')
  await expect(says).toHaveText('Inverted.')
  let saved = await save(page, picture)
  expect([saved[0], saved[199], saved[200], saved[402]]).toEqual([0, 0, 255, 255])

  await pressPaint(page)
  await expect(stage).toBeVisible()
  const small = await sharp({ create: { width: 4, height: 3, channels: 3, background: '#000' } })
    .composite([
      { input: { create: { width: 2, height: 3, channels: 3, background: '#fff' } }, left: 0, top: 0 },
    ])
    .png()
    .toBuffer()
  await page
    .getByLabel('Mask file')
    .setInputFiles({ name: 'small.png', mimeType: 'image/png', buffer: small })
  await expect(page.getByRole('dialog', { name: 'The mask has another size' })).toContainText('4 × 3 px')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(says).toHaveText('The mask was not opened.')
  await page
    .getByLabel('Mask file')
    .setInputFiles({ name: 'small.png', mimeType: 'image/png', buffer: small })
  await page.getByRole('button', { name: 'Stretch, hard edges' }).click()
  await expect(says).toContainText('small.png opened')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the mask' }).click()
  const file = await (await download).path()
  const metadata = await sharp(await readFile(file)).metadata()
  expect(metadata).toMatchObject({ format: 'png', width: 403, height: 301, channels: 1 })
  await expect(says).toContainText('small.png opened')

  await page.getByRole('spinbutton', { name: 'Feather by, px' }).fill('6')
  await page.getByRole('button', { name: 'Feather', exact: true }).click()
  await expect(says).toHaveText('Feathered by 6 px.')
  saved = await save(page, picture)
  const row = saved.subarray(403 * 150, 403 * 151)
  expect(row[0]).toBe(255)
  expect(row[402]).toBe(0)
  expect(row[201]).toBeGreaterThan(100)
  expect(row[201]).toBeLessThan(155)
})

test('what is transparent is taken as the mask; an earlier mask of another size is never fitted silently', async ({
  page,
}) => {
  const raw = Buffer.alloc(403 * 301 * 4, 255)
  for (let i = 403 * 50; i < 403 * 150; i++) raw[i * 4 + 3] = i % 403 < 200 ? 0 : 128
  const png = await sharp(raw, { raw: { width: 403, height: 301, channels: 4 } })
    .png()
    .toBuffer()
  const picture = { bytes: png, width: 403, height: 301 }
  const other = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  await openPainterAsking(page, picture, other)
  const question = page.getByRole('dialog', { name: 'The mask has another size' })
  await expect(question).toContainText('40 × 40 px')
  await expect(question).toContainText('distorts')
  await question.getByRole('button', { name: 'Begin anew' }).click()
  await page.getByRole('button', { name: 'From transparency' }).click()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('What is transparent is made anew.')
  const bytes = await save(page, picture)
  const at = (x: number, y: number) => bytes[y * 403 + x]
  expect([at(0, 49), at(0, 50), at(199, 149), at(200, 100), at(0, 150)]).toEqual([0, 255, 255, 127, 0])
})

test('12 megapixels: strokes, undo and redo', async ({ page }) => {
  test.setTimeout(180_000)
  const bytes = await sharp({ create: { width: 4001, height: 3003, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const picture = { bytes, width: 4001, height: 3003 }
  const stage = await openPainter(page, picture)
  const box = (await stage.locator('img').boundingBox())!
  for (let i = 0; i < 100; i++) {
    const y = box.y + 10 + ((box.height - 20) * i) / 100
    await page.mouse.move(box.x + 20, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, y + 20)
    await page.mouse.move(box.x + box.width - 20, y)
    await page.mouse.up()
  }
  const undo = page.getByRole('button', { name: 'Undo' })
  for (let i = 0; i < 100; i++) await undo.click()
  await expect(undo).toHaveAttribute('aria-disabled', 'true')
  const redo = page.getByRole('button', { name: 'Do again' })
  for (let i = 0; i < 100; i++) await redo.click()
  await expect(redo).toHaveAttribute('aria-disabled', 'true')
  for (const [name, done] of [
    ['Feather', /^Feathered/],
    ['Grow', /^Grown/],
    ['Shrink', /^Shrunk/],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(done, { timeout: 60_000 })
  }
  const stored = await save(page, picture)
  expect(stored.length).toBe(4001 * 3003)
})

// Each once: colours and widths are independent of each other.
for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const)
  test.describe(`${colorScheme}, ${width} wide`, () => {
    test.use({
      colorScheme,
      viewport: { width, height: width === 390 ? 844 : 900 },
      hasTouch: width === 390,
    })

    test('nothing for axe to name', async ({ page }) => {
      const stage = await openPainter(page, await rotatedPicture(403, 301))
      const look = async (state: string) => {
        await expectAccessible(page, state)
        const sideways = await page
          .getByRole('dialog')
          .first()
          .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
        expect(sideways, `width of ${state}`).toBe(0)
      }
      if (width === 390) await page.getByRole('button', { name: 'Settings' }).click()
      await look('the painter')
      await page.getByRole('button', { name: 'Fill by colour' }).click()
      await look('the fill')
      await page.getByRole('button', { name: 'Keys and gestures' }).click()
      await look('the help')
      await page.keyboard.press('Escape')
      await stage.focus()
      await page.keyboard.press('i')
      await page.keyboard.press('Escape')
      await look('the question')
    })
  })
