import 'server-only'
import { changeByLightness, type Colour } from '@/lib/sandbox/engine/change-colours'
import { mix } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { countTones, toneAt } from '@/lib/sandbox/engine/operations/tone/count-tones'

/** Cold to hot, as cameras of this kind show it. */
const heat: readonly Colour[] = [
  [0, 0, 20],
  [28, 8, 110],
  [122, 12, 148],
  [208, 36, 92],
  [246, 110, 22],
  [255, 200, 40],
  [255, 255, 230],
]

export const thermal = defineOperation({
  name: 'thermal',
  pattern:
    /\b(?:thermal(?: (?:camera|imag(?:e|ing)|vision|look))?|infra-?red(?: (?:camera|look|vision))?|heat[ -]?(?:map|vision|camera)|predator vision)\b/,
  example: 'thermal camera look',
  read: () => ({}),
  describe: () => 'thermal camera',
  approximates: () => 'Light stands for heat: a picture does not hold temperatures.',
  apply(picture) {
    const { all } = countTones(picture)
    const low = Math.min(0.3, toneAt(all, 0.01))
    const high = Math.max(0.6, toneAt(all, 0.99))
    return changeByLightness(picture, (value) => {
      const place = Math.min(0.9999, Math.max(0, (value - low) / (high - low))) * (heat.length - 1)
      const below = heat[Math.floor(place)]!
      const above = heat[Math.floor(place) + 1]!
      return [0, 1, 2].map((channel) => mix(below[channel]!, above[channel]!, place % 1)) as Colour
    })
  },
})
