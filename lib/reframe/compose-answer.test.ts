import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { composeAnswer, cutOut } from './compose-answer'
import type { Pixels } from './paste-back'
import { planReframe, type FrameRules } from '@/lib/models/plan-reframe'

const free: FrameRules = { multipleOf: 16, mostSide: 2048 }
const listed: FrameRules = {
  ...free,
  shapes: [
    { width: 1024, height: 1024 },
    { width: 1024, height: 768 },
  ],
}

let photo: Pixels
beforeAll(async () => {
  const { data, info } = await sharp('public/samples/landscape-mountains.jpg')
    .resize(903)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  photo = { width: info.width, height: info.height, data }
})

const copied = (picture: Pixels): Pixels => ({ ...picture, data: Uint8Array.from(picture.data) })
const coloured = (picture: Pixels, change: (channel: number, value: number) => number): Pixels => ({
  ...picture,
  data: Uint8Array.from(picture.data, (value, at) => (at % 4 === 3 ? value : change(at % 4, value))),
})

/** What a model may make of its input: drawn at its own size, moved by so many of those pixels, scaled. */
async function answered(
  sent: Pixels,
  size: { width: number; height: number },
  move = { x: 0, y: 0, scale: 1 },
) {
  const image = sharp(sent.data, { raw: { width: sent.width, height: sent.height, channels: 4 } })
  const whole = await image.resize(size.width, size.height, { fit: 'fill' }).raw().toBuffer()
  const moved = await sharp(whole, { raw: { ...size, channels: 4 } })
    .affine([move.scale, 0, 0, move.scale], {
      // About the centre, then shifted; outwards grown so that nothing is cut before the extract.
      odx: 0,
      background: '#808080',
      interpolator: 'bicubic',
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const left = Math.round((moved.info.width - size.width) / 2 - move.x)
  const top = Math.round((moved.info.height - size.height) / 2 - move.y)
  const big: Pixels = { width: moved.info.width, height: moved.info.height, data: moved.data }
  return cutOut(big, { left, top, ...size })
}

function square(left: number, top: number, side: number): Uint8Array {
  const mask = new Uint8Array(photo.width * photo.height)
  for (let y = top; y < top + side; y++) mask.fill(255, y * photo.width + left, y * photo.width + left + side)
  return mask
}

/** Mean absolute difference of the colours where `where` says. */
function difference(first: Pixels, second: Pixels, where: (at: number) => boolean): number {
  let [sum, count] = [0, 0]
  for (let at = 0; at < first.width * first.height; at++) {
    if (!where(at)) continue
    for (let channel = 0; channel < 3; channel++)
      sum += Math.abs((first.data[at * 4 + channel] ?? 0) - (second.data[at * 4 + channel] ?? 0))
    count += 3
  }
  return sum / count
}

describe('composeAnswer', () => {
  const changing = { left: 350, top: 240, width: 120, height: 120 }

  it('changes the inside and keeps every bit outside, whatever the model did to it', async () => {
    const mask = square(350, 240, 120)
    const reframe = planReframe(photo, free, changing)
    const sent = cutOut(photo, reframe.region)
    const answer = await answered(
      coloured(sent, (_, value) => 255 - value),
      reframe.sent,
    )
    const result = copied(photo)
    expect(composeAnswer(result, answer, reframe, mask).state).toBe('composed')
    expect(difference(result, photo, (at) => mask[at] === 0)).toBe(0)
    expect(difference(result, photo, (at) => mask[at] === 255)).toBeGreaterThan(30)
  })

  it.each([
    { x: 14, y: -9, scale: 1 },
    { x: 0, y: 0, scale: 1.03 },
    { x: -20, y: 11, scale: 0.97 },
  ])('puts an answer that came %o where it belongs', async (move) => {
    const mask = square(350, 240, 120)
    const reframe = planReframe(photo, free, changing)
    const answer = await answered(cutOut(photo, reframe.region), reframe.sent, move)
    const result = copied(photo)
    const composed = composeAnswer(result, answer, reframe, mask)
    expect(composed).toMatchObject({ state: 'composed', alignment: { state: 'found' } })
    // Nothing was edited, so a perfect paste shows nothing; unaligned the same measure says more than 10.
    expect(difference(result, photo, (at) => mask[at] === 255)).toBeLessThan(4)
    expect(difference(result, photo, (at) => mask[at] === 0)).toBe(0)
  })

  it('without a mask gives the answer the original’s frame and size again', async () => {
    const reframe = planReframe(photo, { ...listed, shapes: [{ width: 1024, height: 1024 }] })
    expect(reframe.region.top).toBeLessThan(0)
    const answer = await answered(cutOut(photo, reframe.region), reframe.sent)
    const result = coloured(photo, () => 0)
    const before = copied(photo)
    composeAnswer(result, answer, reframe)
    expect([result.width, result.height]).toEqual([photo.width, photo.height])
    expect(difference(result, before, () => true)).toBeLessThan(6)
  })

  it('puts a long strip back, around which the padding would be a gigapixel', async () => {
    const long: Pixels = { width: 45_000, height: 10, data: new Uint8Array(45_000 * 10 * 4).fill(255) }
    const reframe = planReframe(long, { ...free, shapes: [{ width: 1280, height: 720 }] })
    expect(reframe.region).toMatchObject({ width: 45_000, height: 25_313 })
    const white = { ...reframe.sent, data: new Uint8Array(1280 * 720 * 4).fill(255) }
    const grey = coloured(white, () => 77)
    expect(composeAnswer(long, grey, reframe).state).toBe('composed')
    expect([long.width, long.height]).toEqual([45_000, 10])
    expect(long.data.every((value, at) => value === (at % 4 === 3 ? 255 : 77))).toBe(true)
  })

  it('refuses an answer of another shape and leaves the original as it is', async () => {
    const reframe = planReframe(photo, listed)
    const answer = await answered(photo, { width: 512, height: 512 })
    const result = copied(photo)
    const composed = composeAnswer(result, answer, reframe)
    expect(composed).toEqual({ state: 'refused', reason: expect.stringContaining('512 × 512') as string })
    expect(difference(result, photo, () => true)).toBe(0)
  })
})
