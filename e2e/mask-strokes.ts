import type { Locator, Page } from '@playwright/test'
import type { Given, Place } from './mask-page'
import { expect } from './test'

/* Strokes as they are drawn on the screen, and the masks they should make: without the painter's code. */

/** From the screen to the picture's pixels, by where the browser shows the picture. */
export async function toPicture(stage: Locator): Promise<(place: Place) => Place> {
  await settled(stage)
  const pane = await stage.boundingBox()
  const box = await stage.locator('img').boundingBox()
  const magnification = Number(await stage.getAttribute('data-magnification'))
  const ratio = await stage.evaluate(() => window.devicePixelRatio)
  const scale = magnification / ratio
  const width = await stage.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)
  if (!pane || !box) throw new Error('The picture is not there.')
  // The picture begins on a whole device pixel of the pane.
  const settledAt = (at: number, origin: number) => origin + Math.round((at - origin) * ratio) / ratio
  const left = settledAt(box.x, pane.x)
  const top = settledAt(box.y, pane.y)
  // What is seen and what is reckoned with are the same, but for the browser's 64ths of a pixel.
  for (const off of [box.width - width * scale, box.x - left, box.y - top])
    expect(Math.abs(off)).toBeLessThan(1 / 32)
  return ({ x, y }) => ({ x: (x - left) / scale, y: (y - top) / scale })
}

/** Two frames: whatever was asked for is drawn. */
export async function settled(stage: Locator): Promise<void> {
  await stage.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}

/** A hard brush's stroke by its definition: covered by the distance to the line. */
export function strokeMask({ width, height }: Given, line: (Place & { size: number })[]): Uint8Array {
  const mask = new Uint8Array(width * height)
  const segments = line.length === 1 ? [[line[0]!, line[0]!]] : line.slice(1).map((to, i) => [line[i]!, to])
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (const [from, to] of segments) {
        const [a, b] = [from!, to!]
        const [dx, dy] = [b.x - a.x, b.y - a.y]
        const length = dx * dx + dy * dy
        const t =
          length === 0 ? 0 : Math.min(1, Math.max(0, ((x + 0.5 - a.x) * dx + (y + 0.5 - a.y) * dy) / length))
        const distance = Math.hypot(x + 0.5 - a.x - t * dx, y + 0.5 - a.y - t * dy)
        const share = Math.min(1, Math.max(0, a.size / 2 + 0.5 - distance))
        const level = Math.round(255 * share * share * (3 - 2 * share))
        if (level > mask[y * width + x]!) mask[y * width + x] = level
      }
  return mask
}

export function expectSame(found: Uint8Array, wanted: Uint8Array): void {
  let different = 0
  let most = 0
  let painted = 0
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i]) painted++
    if (found[i] === wanted[i]) continue
    different++
    most = Math.max(most, Math.abs(found[i]! - wanted[i]!))
  }
  expect(painted, 'something is expected').toBeGreaterThan(50)
  expect({ length: found.length, different, most }).toEqual({ length: wanted.length, different: 0, most: 0 })
}

/** From 100 %, by the wheel, about a point. Made-up events: the browser's own divide by the pixel ratio. */
export async function zoomTo(page: Page, stage: Locator, magnification: number, about: Place): Promise<void> {
  await page.getByRole('button', { name: /^Zoom .*Show at 100/ }).click()
  const notches = Math.ceil(Math.abs(Math.log(magnification)) / 0.25)
  const event = { clientX: about.x, clientY: about.y, deltaY: -Math.log(magnification) / notches / 0.0022 }
  for (let i = 0; i < notches; i++)
    await stage.dispatchEvent('wheel', { ...event, bubbles: true, cancelable: true })
  await expect
    .poll(async () => Number(await stage.getAttribute('data-magnification')))
    .toBeCloseTo(magnification, 6)
}
