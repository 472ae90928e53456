import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { layered, noiseOf } from '@/lib/sandbox/engine/noise'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { fromFloat, lumaOf, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { fromLab, toLab } from '@/lib/sandbox/engine/pixels/lab'
import { mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { isLeaf } from './leaves'

export const spring = defineOperation({
  name: 'spring',
  pattern:
    /\b(?:spring ?time|(?:in|into|like|it|look like) spring|spring (?:season|colou?rs|mood|light|blossoms?|flowers?)|cherry blossoms?|in (?:full )?bloom)\b/,
  example: 'make it spring',
  kind: 'light',
  seeded: true,
  read: () => ({}),
  describe: () => 'spring: fresh greens with blossom in them, clear light',
  apply: (picture, _, { seed, note }) =>
    atMost(picture, 1536, (small) => {
      const before = toFloat(small)
      const { width, height, data } = before
      const lab = toLab(before)
      const luma = lumaOf(before).data
      const noise = noiseOf(seed)
      const scale = 1024 / Math.max(width, height)
      let share = 0
      for (let y = 0, at = 0; y < height; y++)
        for (let x = 0; x < width; x++, at += 3) {
          const leaf = isLeaf(data[at]!, data[at + 1]!, data[at + 2]!)
          share += leaf
          const u = x * scale
          const v = y * scale
          const bush = smoothStep(0.42, 0.56, layered(noise, u / 120, v / 120, 3))
          const petal =
            smoothStep(0.53, 0.62, layered(noise, u / 7 + 70, v / 7, 2)) *
            smoothStep(0.12, 0.36, luma[at / 3]!) *
            smoothStep(0.85, 0.65, luma[at / 3]!)
          const bloom = smoothStep(0.1, 0.5, leaf) * bush * petal * 0.9
          lab.data[at] = mix(lab.data[at]! * 1.03 + 2 + leaf * 5, 84, bloom)
          lab.data[at + 1] = mix(lab.data[at + 1]! - leaf * 7, 20, bloom)
          lab.data[at + 2] = mix(lab.data[at + 2]! + leaf * 9 + 1.5, 0, bloom)
        }
      if (share < 0.02 * width * height) note('few green leaves were found, so mostly the light is clearer')
      return fromFloat(fromLab(lab), small)
    }),
})
