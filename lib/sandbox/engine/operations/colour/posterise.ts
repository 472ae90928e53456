import 'server-only'
import { changeColours, lightness } from '@/lib/sandbox/engine/change-colours'
import { mix } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'

export const posterise = defineOperation({
  name: 'posterise',
  pattern: /\b(?:posteri[sz](?:e[ds]?|ation)|(?:flat|few(?:er)?|(?:[2-9]|[1-6]\d) ) ?(?:colou?rs|levels))\b/,
  example: 'posterise to 4 levels',
  read({ near }) {
    const levels = Number(/\b(\d+)\b/.exec(near)?.[1] ?? 5)
    return { levels: Math.min(64, Math.max(2, levels)) }
  },
  describe: ({ levels }) => `posterised to ${levels} levels`,
  // Steps of lightness, not of each channel: those would turn a grey wall pink in places.
  apply: (picture, { levels }) =>
    changeColours(picture, (colour) => {
      const light = lightness(colour)
      const step = Math.min(levels - 1, Math.floor((light / 256) * levels))
      const wanted = (255 * step) / (levels - 1)
      const scale = (wanted + 12) / (light + 12)
      for (let channel = 0; channel < 3; channel++) {
        const vivid = mix(light, colour[channel]!, 1.3)
        colour[channel] = Math.round((vivid * scale) / 16) * 16
      }
    }),
})
