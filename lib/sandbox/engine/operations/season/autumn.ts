import 'server-only'
import { atMost } from '../../at-most'
import { layered, noiseOf } from '../../noise'
import { defineOperation } from '../../operation'
import { fromFloat, toFloat } from '../../pixels/float-picture'
import { fromLab, toLab } from '../../pixels/lab'
import { mix, smoothStep } from '../../pixels/numbers'
import type { Picture } from '../../picture'
import { isLeaf } from './leaves'

/** Yellow, orange, red-brown: a* and b* that a tree may take. */
const colours = [
  [6, 58],
  [26, 52],
  [40, 40],
  [16, 46],
] as const

export const autumn = defineOperation({
  name: 'autumn',
  pattern:
    /\b(?:autumn(?:al)?(?: (?:leaves|colou?rs|foliage|mood))*|(?:fall|october) (?:colou?rs?|foliage|leaves|season)|in (?:the )?fall|(?:into|like|look like) fall)\b/,
  example: 'make it autumn',
  kind: 'light',
  seeded: true,
  read: () => ({}),
  describe: () => 'autumn: leaves and grass turn yellow, orange and red',
  apply: (picture, _, { seed, note }) =>
    atMost(picture, 1536, (small) => {
      const { turned, share } = turnLeaves(small, seed)
      if (share < 0.02) note('few green leaves were found, so mostly the light is warmer')
      return turned
    }),
})

function turnLeaves(picture: Picture, seed: number): { turned: Picture; share: number } {
  const before = toFloat(picture)
  const { width, height, data } = before
  const lab = toLab(before)
  const noise = noiseOf(seed)
  const [broad, fine] = [7 / Math.max(width, height), 46 / Math.max(width, height)]
  let share = 0
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      const leaf = smoothStep(0.05, 0.7, isLeaf(data[at]!, data[at + 1]!, data[at + 2]!))
      share += leaf
      // One tree differs from the next, and its leaves among each other.
      const tree =
        layered(noise, x * broad, y * broad, 2) * 0.7 + layered(noise, x * fine + 50, y * fine, 3) * 0.3
      const place = smoothStep(0.28, 0.72, tree) * (colours.length - 1.001)
      const [from, to] = [colours[Math.floor(place)]!, colours[Math.floor(place) + 1]!]
      const light = lab.data[at]!
      const strong = 0.45 + 0.55 * smoothStep(8, 45, light)
      const [a, b] = [mix(from[0], to[0], place % 1) * strong, mix(from[1], to[1], place % 1) * strong]
      lab.data[at] = light + leaf * 5
      lab.data[at + 1] = mix(lab.data[at + 1]! + 2, a, leaf * 0.88)
      lab.data[at + 2] = mix(lab.data[at + 2]! + 5, b, leaf * 0.82)
    }
  return { turned: fromFloat(fromLab(lab), picture), share: share / (width * height) }
}
