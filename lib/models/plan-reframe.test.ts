import { describe, expect, it } from 'vitest'
import { planReframe, type FrameRules } from './plan-reframe'
import { within, type Rectangle } from './rectangle'

const free: FrameRules = { multipleOf: 16, mostSide: 2048 }
const listed: FrameRules = {
  ...free,
  shapes: [
    { width: 512, height: 512 },
    { width: 1024, height: 1024 },
    { width: 1024, height: 768 },
    { width: 768, height: 1024 },
    { width: 1280, height: 720 },
  ],
}
const photo = { width: 4032, height: 3024 }

/** Whether all of `inner` is in `outer`. */
function holds(outer: Rectangle, inner: Rectangle): boolean {
  const cut = within(inner, { width: outer.left + outer.width, height: outer.top + outer.height })
  return (
    outer.left <= inner.left &&
    outer.top <= inner.top &&
    cut.width === inner.width &&
    cut.height === inner.height
  )
}

describe('planReframe', () => {
  it('sends a whole picture of a listed shape as it is, scaled', () => {
    expect(planReframe(photo, listed)).toEqual({
      picture: photo,
      region: { left: 0, top: 0, ...photo },
      sent: { width: 1024, height: 768 },
    })
  })

  it('pads a picture of another shape on both sides alike', () => {
    const { region, sent } = planReframe({ width: 1000, height: 900 }, listed)
    expect(sent).toEqual({ width: 1024, height: 1024 })
    expect(region).toEqual({ left: 0, top: -50, width: 1000, height: 1000 })
  })

  it('takes the smallest listed size of a shape that loses no pixels', () => {
    expect(planReframe({ width: 500, height: 500 }, listed).sent).toEqual({ width: 512, height: 512 })
    expect(planReframe({ width: 513, height: 513 }, listed).sent).toEqual({ width: 1024, height: 1024 })
  })

  it('cuts around what changes, with as much context as half of it on each side', () => {
    const changing = { left: 2000, top: 1500, width: 800, height: 400 }
    const { region, sent } = planReframe(photo, free, changing)
    expect(region).toEqual({ left: 1600, top: 1100, width: 1600, height: 1200 })
    expect(sent).toEqual({ width: 1600, height: 1200 })
  })

  it('does not cut smaller than a model can draw, nor more than the picture has', () => {
    const dot = { left: 10, top: 10, width: 4, height: 4 }
    expect(planReframe(photo, free, dot).region).toEqual({ left: 0, top: 0, width: 512, height: 512 })
    expect(planReframe({ width: 300, height: 200 }, free, dot).region).toEqual({
      left: -2,
      top: -4,
      width: 304,
      height: 208,
    })
  })

  it.each([
    [photo, { left: 0, top: 0, width: 300, height: 2900 }],
    [photo, { left: 4000, top: 3000, width: 32, height: 24 }],
    [
      { width: 1, height: 4000 },
      { left: 0, top: 1000, width: 1, height: 50 },
    ],
    [
      { width: 577, height: 433 },
      { left: 100, top: 100, width: 33, height: 47 },
    ],
  ])('%o with %o: holds what changes, even sides, one scale for both', (picture, changing) => {
    for (const rules of [free, listed]) {
      const { region, sent } = planReframe(picture, rules, changing)
      expect(holds(region, changing)).toBe(true)
      expect((sent.width % 16) + (sent.height % 16)).toBe(0)
      expect(Math.max(sent.width, sent.height)).toBeLessThanOrEqual(2048 + 15)
      const [across, down] = [sent.width / region.width, sent.height / region.height]
      expect(Math.abs(across / down - 1)).toBeLessThan(0.02)
    }
  })
})
