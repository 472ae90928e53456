import { describe, expect, test } from 'vitest'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { extend } from './extend'
import { addedTo, sidesIn } from './extend-sides'
import { removeMasked } from './remove-masked'
import { removeSubject } from './remove-subject'
import { contextFor } from '../context-for-tests'

function planned(operation: typeof extend, clause: string, hasMask = false) {
  const found = operation.pattern.exec(clause)
  if (!found) return undefined
  return operation.plan({ near: clause, matched: found[0], clause, quotes: [], images: 1, hasMask })
}

test.each([
  ['remove the person', false, 'remove the subject'],
  ['remove the car from the street', false, 'remove the subject'],
  ['erase the main object', false, 'remove the subject'],
  ['erase the object under the mask', true, 'remove what a mask covers'],
  ['get rid of the sign', true, 'remove what a mask covers'],
  ['fill it in', true, 'remove what a mask covers'],
  ['extend the image to the left', false, 'extend the canvas'],
  ['outpaint', false, 'extend the canvas'],
  ['zoom out', false, 'extend the canvas'],
  ['uncrop to 16:9', false, 'extend the canvas'],
  ['outpaint the picture to 2:1', false, 'extend the canvas'],
  ['extend it to a square', false, 'extend the canvas'],
  ['expand the canvas on all sides', false, 'extend the canvas'],
])('“%s” (mask: %s) is understood as “%s”', (text, hasMask, operation) => {
  expect(understand(text, 1, hasMask).steps.map((step) => step.operation)).toEqual([operation])
})

describe('removing', () => {
  test.each([
    'remove it',
    'erase the object under the mask',
    'get rid of this',
    'inpaint',
    'clean up this area',
  ])('“%s” takes what a mask covers', (phrase) => {
    expect(planned(removeMasked, phrase, true)).toBeDefined()
    expect(planned(removeMasked, phrase)).toBeUndefined()
  })

  test.each([
    ['remove the person', { thing: 'the person', find: 'person', named: true }],
    ['delete the main subject', { thing: 'the main subject', find: 'subject', named: true }],
    ['remove the main object', { thing: 'the main object', find: 'subject', named: true }],
    ['erase it', { thing: 'it', find: 'subject', named: true }],
    ['get rid of the car from the street', { thing: 'the car', find: 'subject', named: false }],
    ['take out the woman in the middle', { thing: 'the woman', find: 'person', named: true }],
  ])('“%s” without a mask', (phrase, expected) => {
    expect(planned(removeSubject, phrase)?.parameters).toEqual(expected)
    expect(planned(removeSubject, phrase, true)).toBeUndefined()
  })

  test.each([
    'remove the background',
    'remove noise',
    'remove the colours',
    'remove his hat',
    'remove the watermark',
    'get rid of the shadows',
  ])('“%s” is something else', (phrase) => expect(planned(removeSubject, phrase)).toBeUndefined())
})

describe('extending', () => {
  test.each([
    ['extend the image to the left', ['left'], undefined],
    ['outpaint', ['left', 'right', 'top', 'bottom'], undefined],
    ['zoom out', ['left', 'right', 'top', 'bottom'], undefined],
    ['expand the canvas on all sides', ['left', 'right', 'top', 'bottom'], undefined],
    ['extend the sides', ['left', 'right'], undefined],
    ['add more space at the top', ['top'], undefined],
    ['extend it downwards by 20 %', ['bottom'], undefined],
    ['uncrop to 16:9', [], { across: 16, down: 9 }],
    ['extend to a square', [], { across: 1, down: 1 }],
  ])('“%s”', (phrase, sides, ratio) => {
    const { parameters } = planned(extend, phrase)!
    expect(parameters).toMatchObject({ sides, ...(ratio && { ratio }) })
  })

  test.each(['crop to 16:9', 'make it wider angle', 'extended exposure', 'stretch the contrast'])(
    '“%s” does not ask for it',
    (phrase) => expect(planned(extend, phrase)).toBeUndefined(),
  )

  test('pixels to add, by hand', () => {
    const size = { width: 300, height: 200 }
    const none = { left: 0, right: 0, top: 0, bottom: 0, limited: false }
    expect(addedTo(size, sidesIn('left', {}))).toEqual({ ...none, left: 100 })
    expect(addedTo(size, sidesIn('bottom', { share: 0.25 }))).toEqual({ ...none, bottom: 50 })
    expect(addedTo(size, sidesIn('top', { pixels: 900 }))).toEqual({ ...none, top: 200, limited: true })
    expect(addedTo(size, sidesIn('to 2:1', {}))).toEqual({ ...none, left: 50, right: 50 })
    expect(addedTo(size, sidesIn('square', {}))).toEqual({ ...none, top: 50, bottom: 50 })
  })
})

describe('doing it', () => {
  const picture: Picture = { pixels: new Uint8Array(120 * 90 * 3), width: 120, height: 90, channels: 3 }
  const random = randomNumbers(3)
  for (let at = 0; at < picture.pixels.length; at++) picture.pixels[at] = 40 + random() * 90
  const cover: Plane = { width: 120, height: 90, data: new Float32Array(120 * 90) }
  for (let y = 40; y < 60; y++) {
    cover.data.fill(1, y * 120 + 50, y * 120 + 70)
    picture.pixels.fill(255, (y * 120 + 50) * 3, (y * 120 + 70) * 3)
  }
  const notes: string[] = []
  const context = contextFor(picture, {
    region: async () => ({ cover, confidence: 1 }),
    note: (text) => notes.push(text),
  })

  test('what is called anything else is taken for the subject, and that is said', async () => {
    const edited = await planned(removeSubject, 'remove the car')!.apply(picture, context)
    expect(notes.join()).toMatch(/main subject for “the car”/)
    expect(edited.pixels.subarray(0, 120 * 3 * 30)).toEqual(picture.pixels.subarray(0, 120 * 3 * 30))
    expect(Math.max(...edited.pixels)).toBeLessThan(140)
  })

  test('a subject that leaves little around it is not removed', async () => {
    const filling = { ...cover, data: new Float32Array(120 * 90).fill(1) }
    const region = async () => ({ cover: filling, confidence: 1 })
    const removed = async () =>
      planned(removeSubject, 'remove the cat')!.apply(picture, { ...context, region })
    await expect(removed()).rejects.toThrow(/The cat fills 100 % of the picture/)
  })

  test('a mask’s black stays, bit for bit', async () => {
    const values = Uint8Array.from(cover.data, (share) => share * 255)
    const mask = { values, width: 120, height: 90 }
    const edited = await planned(removeMasked, 'remove it', true)!.apply(picture, { ...context, mask })
    const outside = (pixels: Uint8Array) => pixels.filter((_, at) => values[Math.floor(at / 3)] === 0)
    expect(outside(edited.pixels)).toEqual(outside(picture.pixels))
    expect(Math.max(...edited.pixels)).toBeLessThan(140)
  })

  test('an extended picture holds the old one', async () => {
    const edited = await planned(extend, 'extend to the left by 40 px')!.apply(picture, context)
    expect(edited).toMatchObject({ width: 160, height: 90 })
    for (let y = 0; y < 90; y++)
      expect(edited.pixels.subarray((y * 160 + 40) * 3, (y + 1) * 160 * 3)).toEqual(
        picture.pixels.subarray(y * 120 * 3, (y + 1) * 120 * 3),
      )
  })
})
