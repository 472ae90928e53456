import { expect, test } from 'vitest'
import { colourOf } from './heat-colours'
import { heatMapOf } from './heat-map'
import { labOf } from './lab'
import { plane } from './picture-copy'

test('lies where the change is in the output’s own frame, transparent elsewhere', () => {
  // Compared on 20 × 10; the left half changed. In the output's frame of 40 × 20 that part starts at (10, 5), half as large.
  const differences = plane({ width: 20, height: 10 })
  const changed = new Uint8Array(200)
  for (let at = 0; at < 200; at++) {
    differences.values[at] = 30
    changed[at] = at % 20 < 10 ? 1 : 0
  }
  const compared = { left: 10, top: 5, width: 20, height: 10 }
  const map = heatMapOf({ differences, changed, share: 0.5 }, compared, { width: 40, height: 20 })
  const alpha = (x: number, y: number) => map.data[(y * 40 + x) * 4 + 3]!
  expect(map.data).toHaveLength(40 * 20 * 4)
  expect([alpha(12, 10), alpha(18, 6)]).toEqual([217, 217])
  expect([alpha(9, 10), alpha(12, 4), alpha(25, 10), alpha(31, 10), alpha(12, 15)]).toEqual([0, 0, 0, 0, 0])
})

test('the stronger the difference, the lighter the colour; nothing is painted for none', () => {
  const lightness = [5, 10, 20, 30, 40, 80].map((difference) => {
    const [red, green, blue] = colourOf(difference)
    return labOf(red, green, blue)[0]
  })
  expect(lightness).toEqual(lightness.toSorted((first, second) => first - second))
  expect(colourOf(0)[3]).toBe(0)
})
