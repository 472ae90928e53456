import type { CDPSession, Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { expect } from './test'
import { open, picturesIn } from './playground-page'

/* The mask painter as a person finds it in the form, and what it stores. */

export interface Place {
  x: number
  y: number
}

/** A file of a picture, and its pixels once it stands upright. */
export interface Given {
  bytes: Buffer
  width: number
  height: number
}

/** A photo as a phone stores it: lying on its side, with the orientation beside it; its sides no multiples of eight. */
export async function rotatedPicture(width = 1003, height = 757): Promise<Given> {
  const stripes = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      stripes.fill((x >> 5) & 1 ? 200 : 60, (y * width + x) * 3, (y * width + x) * 3 + 3)
  const lying = await sharp(stripes, { raw: { width, height, channels: 3 } })
    .rotate(270)
    .toBuffer({ resolveWithObject: true })
  const bytes = await sharp(lying.data, { raw: { ...lying.info, channels: 3 } })
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  return { bytes, width, height }
}

/** The mask of image 1 in the form. */
export const maskIn = (page: Page): Locator => page.getByRole('group', { name: 'Mask', exact: true })

export async function addPicture(page: Page, bytes: Buffer, name = 'picture.jpg'): Promise<void> {
  const before = await picturesIn(page).count()
  const group = page.getByRole('group', { name: /^(Images?|Pictures?)$/ })
  await group.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: bytes })
  await expect(picturesIn(page)).toHaveCount(before + 1)
}

export async function openPainterAsking(page: Page, { bytes }: Given, mask?: Buffer): Promise<void> {
  await open(page)
  await addPicture(page, bytes)
  if (mask) {
    const file = { name: 'mask.png', mimeType: 'image/png', buffer: mask }
    await maskIn(page).locator('input[type=file]').setInputFiles(file)
    await expect(maskIn(page).getByRole('button', { name: /^(Edit|Fit) mask/ })).toBeVisible()
  }
  await pressPaint(page)
}

/** The button that opens the painter, whatever it says. */
export async function pressPaint(page: Page): Promise<void> {
  await maskIn(page)
    .getByRole('button', { name: /^(Paint|Edit|Fit) mask/ })
    .click()
}

/** The painter's stage, with the picture on it. */
export async function openPainter(page: Page, picture: Given, mask?: Buffer): Promise<Locator> {
  await openPainterAsking(page, picture, mask)
  return paintersStage(page)
}

export async function paintersStage(page: Page): Promise<Locator> {
  const stage = page.getByRole('application')
  await expect(stage).toBeVisible()
  await page.waitForFunction(
    () => document.querySelector<HTMLImageElement>('[role=application] img')?.complete,
  )
  return stage
}

/** Saves, and answers the stored mask's pixels. */
export async function save(page: Page, picture: Given): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Save mask' }).click()
  await expect(page.getByRole('application')).toBeHidden()
  return storedMask(page, picture)
}

/** The pixels of the mask that the form has. */
export async function storedMask(page: Page, { width, height }: Given): Promise<Uint8Array> {
  const link = maskIn(page).getByRole('link', { name: 'Download mask' })
  const stored = await (await page.request.get((await link.getAttribute('href')) ?? '')).body()
  expect(await sharp(stored).metadata()).toMatchObject({ format: 'png', width, height, hasAlpha: false })
  return new Uint8Array(await sharp(stored).toColourspace('b-w').raw().toBuffer())
}

export async function setBrush(page: Page, size: number): Promise<void> {
  await page.getByRole('spinbutton', { name: 'Size in pixels' }).fill(String(size))
  await page.getByRole('spinbutton', { name: 'Hardness in percent' }).fill('100')
}

export function touch(
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  points: Place[],
): Promise<unknown> {
  return session.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: points.map((point, id) => ({ ...point, id })),
  })
}

export function pen(
  session: CDPSession,
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
  { x, y }: Place,
  force: number,
): Promise<unknown> {
  const buttons = type === 'mouseReleased' ? 0 : 1
  const event = { type, x, y, force, buttons, pointerType: 'pen', button: 'left', clickCount: 1 } as const
  return session.send('Input.dispatchMouseEvent', event)
}
