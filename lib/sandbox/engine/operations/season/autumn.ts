import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { layered, noiseOf } from '@/lib/sandbox/engine/noise'
import { coarsePlane } from '@/lib/sandbox/engine/pixels/coarse'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { fromFloat, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { fromLab, toLab } from '@/lib/sandbox/engine/pixels/lab'
import { mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import type { Picture } from '@/lib/sandbox/engine/picture'
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

/** Rows worked on at once, so that their numbers stay in the processor's cache. */
const rows = 32

function turnLeaves(picture: Picture, seed: number): { turned: Picture; share: number } {
  const { pixels, width, height, channels } = picture
  const noise = noiseOf(seed)
  const [broad, fine] = [7 / Math.max(width, height), 46 / Math.max(width, height)]
  // One tree differs from the next, and its leaves among each other.
  const trees = coarsePlane(
    picture,
    4,
    (x, y) =>
      layered(noise, x * broad, y * broad, 2) * 0.7 + layered(noise, x * fine + 50, y * fine, 2) * 0.3,
  ).data
  const turned = new Uint8Array(pixels.length)
  const numbers = new Float32Array(rows * width * 3)
  let sum = 0
  for (let top = 0; top < height; top += rows) {
    const end = Math.min(height, top + rows)
    const band = pixels.subarray(top * width * channels, end * width * channels)
    const strip = { ...picture, pixels: band, height: end - top }
    const data = numbers.subarray(0, (end - top) * width * 3)
    const lab = toLab(toFloat(strip, data), data)
    sum += turn(strip, lab.data, trees.subarray(top * width, end * width))
    turned.set(fromFloat(fromLab(lab, data), strip).pixels, top * width * channels)
  }
  return { turned: { ...picture, pixels: turned }, share: sum / (width * height) }
}

/** Changes the Lab colours in place. @returns how many pixels were leaves */
function turn({ pixels, channels }: Picture, lab: Float32Array, trees: Float32Array): number {
  let sum = 0
  for (let at = 0, from = 0, pixel = 0; pixel < trees.length; pixel++, at += 3, from += channels) {
    const leaf = smoothStep(
      0.05,
      0.7,
      isLeaf(pixels[from]! / 255, pixels[from + 1]! / 255, pixels[from + 2]! / 255),
    )
    sum += leaf
    if (leaf < 0.01) {
      lab[at + 1]! += 2
      lab[at + 2]! += 5
      continue
    }
    const place = smoothStep(0.28, 0.72, trees[pixel]!) * (colours.length - 1.001)
    const index = Math.floor(place)
    const light = lab[at]!
    const strong = 0.45 + 0.55 * smoothStep(8, 45, light)
    const red = mix(colours[index]![0], colours[index + 1]![0], place - index) * strong
    const yellow = mix(colours[index]![1], colours[index + 1]![1], place - index) * strong
    lab[at] = light + leaf * 5
    lab[at + 1] = mix(lab[at + 1]! + 2, red, leaf * 0.88)
    lab[at + 2] = mix(lab[at + 2]! + 5, yellow, leaf * 0.82)
  }
  return sum
}
