import { describe, expect, it } from 'vitest'
import { apply } from './affine'
import { noEdits, pictureEditsSchema, type PictureEdits } from './picture-edits'
import { editsProblem, normaliseEdits, planEdits } from './plan-edits'
import { randomEdits, seededNumbers } from './random-edits-for-tests'

const photo = { width: 4032, height: 3024 }

describe('planEdits', () => {
  it('does nothing by itself', () => {
    expect(planEdits(photo, noEdits)).toMatchObject({ output: photo, isIdentity: true, resamples: false })
    const all = { left: 0, top: 0, ...photo }
    const nothing = { left: 0, top: 0, right: 0, bottom: 0, fill: 'edge' }
    const spelledOut = { ...noEdits, crop: all, resize: photo, extend: nothing }
    expect(planEdits(photo, spelledOut).isIdentity).toBe(true)
    expect(normaliseEdits(photo, spelledOut)).toEqual(noEdits)
  })

  it.each<[string, Partial<PictureEdits>, number[], number[]]>([
    ['a turn', { turns: 1 }, [0, 0], [3024, 0]],
    ['a turn back', { turns: 3 }, [0, 0], [0, 4032]],
    ['a mirror', { mirrored: true }, [10, 20], [4022, 20]],
    ['a turn, then a mirror', { turns: 1, mirrored: true }, [0, 0], [0, 0]],
    ['a crop', { crop: { left: 100, top: 50, width: 200, height: 100 } }, [100, 50], [0, 0]],
    ['a smaller size', { resize: { width: 2016, height: 1512 } }, [4032, 3024], [2016, 1512]],
    ['more on the sides', { extend: { left: 7, top: 9, right: 0, bottom: 0, fill: 'edge' } }, [0, 0], [7, 9]],
  ])('%s moves places as it should', (_, edits, [x = 0, y = 0], [atX = 0, atY = 0]) => {
    const plan = planEdits(photo, { ...noEdits, ...edits })
    expect(apply(plan.toOutput, { x, y })).toEqual({ x: atX, y: atY })
  })

  it('straightens clockwise about the middle', () => {
    const { toOutput, output } = planEdits(photo, { ...noEdits, angle: 45 })
    const middle = apply(toOutput, { x: 2016, y: 1512 })
    expect(Math.abs(middle.x - output.width / 2)).toBeLessThanOrEqual(0.5)
    const right = apply(toOutput, { x: 2116, y: 1512 })
    expect(right.x - middle.x).toBeCloseTo(100 * Math.SQRT1_2, 6)
    expect(right.y - middle.y).toBeCloseTo(100 * Math.SQRT1_2, 6)
  })

  it('goes there and back for any edits', () => {
    const random = seededNumbers(1)
    for (let round = 0; round < 500; round++) {
      const picture = { width: 1 + Math.floor(random() * 400), height: 1 + Math.floor(random() * 400) }
      const plan = planEdits(picture, randomEdits(picture, random))
      const point = { x: random() * picture.width, y: random() * picture.height }
      const back = apply(plan.toPicture, apply(plan.toOutput, point))
      expect(back.x).toBeCloseTo(point.x, 6)
      expect(back.y).toBeCloseTo(point.y, 6)
    }
  })

  it('shows nothing but picture within the crop, for any edits that fit', () => {
    const random = seededNumbers(2)
    for (let round = 0; round < 500; round++) {
      const picture = { width: 2 + Math.floor(random() * 400), height: 2 + Math.floor(random() * 400) }
      const edits = randomEdits(picture, random)
      expect(editsProblem(picture, edits), JSON.stringify({ picture, edits })).toBeUndefined()
      const { resized, origin, toPicture } = planEdits(picture, edits)
      for (const x of [origin.x, origin.x + resized.width])
        for (const y of [origin.y, origin.y + resized.height]) {
          const corner = apply(toPicture, { x, y })
          const out = Math.max(-corner.x, -corner.y, corner.x - picture.width, corner.y - picture.height)
          expect(out).toBeLessThanOrEqual(edits.angle ? 1 : 1e-6)
        }
    }
  })
})

describe('editsProblem', () => {
  it.each<[Partial<PictureEdits>, RegExp]>([
    [
      { crop: { left: 4000, top: 0, width: 33, height: 10 } },
      /^The crop reaches out of the picture \(4032 × 3024\)/,
    ],
    [{ angle: 10, crop: { left: 0, top: 0, ...photo } }, /\(4032 × 3024 turned by 10°\)/],
    [
      { resize: { width: 9000, height: 9000 } },
      /^Resized, the picture would be 9000 × 9000 pixels; at most 80/,
    ],
    [{ resize: { width: 70_000, height: 1 } }, /a side may have at most 65000/],
    [
      { extend: { left: 70_000, top: 0, right: 0, bottom: 0, fill: 'edge' } },
      /^The prepared picture would be 74032 × 3024/,
    ],
  ])('%o', (edits, sentence) => {
    expect(editsProblem(photo, { ...noEdits, ...edits })).toMatch(sentence)
  })
})

it('fills in what a caller leaves out, and refuses what is not an edit', () => {
  expect(pictureEditsSchema.parse({ angle: 12.3456 })).toEqual({ turns: 0, mirrored: false, angle: 12.35 })
  expect(pictureEditsSchema.parse({ angle: -0.001 }).angle).toBe(0)
  expect(pictureEditsSchema.parse({ extend: { left: 4 } }).extend).toEqual({
    left: 4,
    top: 0,
    right: 0,
    bottom: 0,
    fill: '#FFFFFF',
  })
  for (const wrong of [
    { turns: 4 },
    { angle: 46 },
    { crop: { left: 0.5 } },
    { zoom: 2 },
    { extend: { fill: 'red' } },
  ])
    expect(pictureEditsSchema.safeParse(wrong).success).toBe(false)
})

it('writes edits that come to the same in the same way', () => {
  const cropped = { left: 0, top: 0, width: 100, height: 80 }
  const extend = { left: 1, top: 0, right: 0, bottom: 0, fill: '#abcdef' }
  const one = normaliseEdits(photo, { ...noEdits, crop: cropped, resize: { width: 100, height: 80 }, extend })
  const other = normaliseEdits(photo, {
    extend: { fill: '#ABCDEF', bottom: 0, right: 0, top: 0, left: 1 },
    crop: { height: 80, width: 100, top: 0, left: 0 },
    ...noEdits,
  })
  expect(JSON.stringify(one)).toBe(JSON.stringify(other))
})
