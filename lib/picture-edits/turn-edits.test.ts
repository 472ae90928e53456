import { expect, it } from 'vitest'
import { apply } from './affine'
import { planEdits } from './plan-edits'
import { randomEdits, seededNumbers } from './random-edits-for-tests'
import { mirrorEdits, turnEdits } from './turn-edits'

it('turns and mirrors the result as a whole, whatever was done before', () => {
  const random = seededNumbers(4)
  for (let round = 0; round < 300; round++) {
    const picture = { width: 20 + Math.floor(random() * 400), height: 20 + Math.floor(random() * 400) }
    const edits = randomEdits(picture, random)
    const before = planEdits(picture, edits)
    const { width, height } = before.output
    const point = { x: random() * picture.width, y: random() * picture.height }
    const { x, y } = apply(before.toOutput, point)
    const expected = {
      clockwise: { edits: turnEdits(picture, edits, 'clockwise'), x: height - y, y: x },
      anticlockwise: { edits: turnEdits(picture, edits, 'anticlockwise'), x: y, y: width - x },
      'left-right': { edits: mirrorEdits(picture, edits, 'left-right'), x: width - x, y },
      'top-bottom': { edits: mirrorEdits(picture, edits, 'top-bottom'), x, y: height - y },
    }
    for (const [way, result] of Object.entries(expected)) {
      const after = apply(planEdits(picture, result.edits).toOutput, point)
      const what = JSON.stringify({ way, picture, edits })
      // A crop that was implied is centred to a whole pixel each time, and that pixel is scaled.
      const scale = Math.max(
        before.resized.width / before.crop.width,
        before.resized.height / before.crop.height,
      )
      const near = edits.crop || edits.angle === 0 ? 1e-6 : scale + 1e-6
      expect(Math.abs(after.x - result.x), what).toBeLessThanOrEqual(near)
      expect(Math.abs(after.y - result.y), what).toBeLessThanOrEqual(near)
    }
  }
})

it('comes back after four turns, and after two mirrors', () => {
  const picture = { width: 300, height: 200 }
  const edits = randomEdits(picture, seededNumbers(5))
  const turned = [1, 2, 3, 4].reduce((now) => turnEdits(picture, now, 'clockwise'), edits)
  expect(turned).toEqual(edits)
  const mirrored = ['left-right', 'left-right', 'top-bottom', 'top-bottom'] as const
  expect(mirrored.reduce((now, way) => mirrorEdits(picture, now, way), edits)).toEqual(edits)
})
