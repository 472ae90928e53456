import sharp from 'sharp'
import { openPainter, pen, rotatedPicture, save, setBrush, touch } from './mask-page'
import { expectSame, settled, strokeMask, toPicture, zoomTo } from './mask-strokes'
import { expect, test } from './test'

/*
 * The mask painter in a real browser: what is painted where the pointer is on the screen must be, byte for byte, what
 * the arithmetic of distances says for the picture's own pixels. Expected masks are worked out here, from the places of
 * the pointers and the picture's box on the screen, and not with the painter's code.
 */

for (const [deviceScaleFactor, magnifications] of [
  [1, [0.5, 1, 4]],
  [2, [0.5, 1, 4]],
  // As many Windows laptops have it: neither picture nor pane begins on a whole CSS pixel.
  [1.5, [1]],
] as const)
  test.describe(`strokes land where the pointer is, pixel ratio ${deviceScaleFactor}`, () => {
    test.use({ viewport: { width: 1280, height: 820 }, deviceScaleFactor })

    for (const magnification of magnifications)
      test(`at zoom ${magnification}`, async ({ page }) => {
        const picture = await rotatedPicture()
        const stage = await openPainter(page, picture)
        await setBrush(page, 31)
        await zoomTo(page, stage, magnification, { x: 501, y: 333 })
        const place = await toPicture(stage)
        // On the pane and, at every zoom, on the picture.
        const line = [
          { x: 470, y: 330 },
          { x: 533, y: 371 },
          { x: 540, y: 352 },
          { x: 491, y: 394 },
        ]
        await page.mouse.move(line[0]!.x, line[0]!.y)
        await page.mouse.down()
        for (const { x, y } of line.slice(1)) await page.mouse.move(x, y)
        await page.mouse.up()
        const bytes = await save(page, picture)
        expectSame(
          bytes,
          strokeMask(
            picture,
            line.map((point) => ({ ...place(point), size: 31 })),
          ),
        )
      })

    test('and show where they land', async ({ page }) => {
      const picture = await rotatedPicture()
      const stage = await openPainter(page, picture)
      await setBrush(page, 21)
      await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#00ff00')
      await page.getByRole('spinbutton', { name: 'Strength in percent' }).fill('100')
      await zoomTo(page, stage, 4, { x: 501, y: 333 })
      await page.mouse.click(600, 400)
      await page.mouse.move(100, 20)
      await settled(stage)
      const radius = (10.5 * 4) / deviceScaleFactor
      const shot = sharp(await page.screenshot({ scale: 'device' }))
      const isGreen = async (x: number, y: number) => {
        const left = Math.floor(x * deviceScaleFactor)
        const top = Math.floor(y * deviceScaleFactor)
        const [red = 0, green = 0, blue = 0] = await shot
          .clone()
          .extract({ left, top, width: 1, height: 1 })
          .raw()
          .toBuffer()
        return green > 200 && red < 60 && blue < 60
      }
      expect(await isGreen(600, 400)).toBe(true)
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        expect(await isGreen(600 + dx * (radius - 5), 400 + dy * (radius - 5)), `inside, ${dx},${dy}`).toBe(
          true,
        )
        expect(await isGreen(600 + dx * (radius + 5), 400 + dy * (radius + 5)), `outside, ${dx},${dy}`).toBe(
          false,
        )
      }
    })
  })

test.describe('touch and pen', () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true, deviceScaleFactor: 2 })

  test('one finger paints; two move and zoom, and leave nothing painted', async ({ page }) => {
    const picture = await rotatedPicture()
    const stage = await openPainter(page, picture)
    await setBrush(page, 25)
    const session = await page.context().newCDPSession(page)
    const before = Number(await stage.getAttribute('data-magnification'))
    await touch(session, 'touchStart', [{ x: 300, y: 500 }])
    await touch(session, 'touchStart', [
      { x: 300, y: 500 },
      { x: 400, y: 500 },
    ])
    for (let i = 1; i <= 5; i++)
      await touch(session, 'touchMove', [
        { x: 300 - i * 10, y: 500 },
        { x: 400 + i * 10, y: 500 },
      ])
    await touch(session, 'touchEnd', [])
    expect(Number(await stage.getAttribute('data-magnification')) / before).toBeCloseTo(2, 1)
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')

    const place = await toPicture(stage)
    const line = [
      { x: 280, y: 480 },
      { x: 330, y: 520 },
      { x: 390, y: 510 },
    ]
    await touch(session, 'touchStart', [line[0]!])
    for (const point of line.slice(1)) await touch(session, 'touchMove', [point])
    await touch(session, 'touchEnd', [])
    const bytes = await save(page, picture)
    expectSame(
      bytes,
      strokeMask(
        picture,
        line.map((point) => ({ ...place(point), size: 25 })),
      ),
    )
  })

  test('a pen paints by its pressure, and then fingers only move', async ({ page }) => {
    const picture = await rotatedPicture()
    const stage = await openPainter(page, picture)
    await setBrush(page, 60)
    const session = await page.context().newCDPSession(page)
    const place = await toPicture(stage)
    const line = [
      { x: 300, y: 480 },
      { x: 360, y: 560 },
      { x: 440, y: 500 },
    ]
    await pen(session, 'mousePressed', line[0]!, 0.5)
    for (const point of line.slice(1)) await pen(session, 'mouseMoved', point, 0.5)
    await pen(session, 'mouseReleased', line.at(-1)!, 0)
    const inPicture = line.map((point) => ({ ...place(point), size: 30 }))

    const before = await stage.locator('img').boundingBox()
    await touch(session, 'touchStart', [{ x: 250, y: 500 }])
    await touch(session, 'touchMove', [{ x: 250, y: 530 }])
    await touch(session, 'touchEnd', [])
    await settled(stage)
    const after = await stage.locator('img').boundingBox()
    expect(after!.y - before!.y).toBeCloseTo(30, 0)
    await expect(page.getByRole('checkbox', { name: /^Fingers paint too/ })).toBeVisible()
    const bytes = await save(page, picture)
    expectSame(bytes, strokeMask(picture, inPicture))
  })
})
