import 'server-only'
import { amountIn, percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeColours, lightness } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { grainOf } from './grain-field'

export const grain = defineOperation({
  name: 'grain',
  pattern:
    /\b(?:(?:film |photo(?:graphic)? |iso )?(?:grain(?:y|s)?|noisy)|(?:add|more|some|with)(?: some| a bit of| a little)? (?:film )?noise|iso noise)\b/,
  example: 'add film grain',
  seeded: true,
  read: ({ near }) => ({ share: Math.min(1, shareIn(near) ?? 0.4 * amountIn(near)) }),
  describe: ({ share }) => `film grain at ${percent(share)}`,
  apply(picture, { share }, { seed }) {
    const { width, height } = picture
    const field = grainOf(picture, seed)
    return changeColours(picture, (colour, place) => {
      const light = lightness(colour) / 255
      // Film shows its grain in the middle tones.
      const speck =
        field(place[0] * width, place[1] * height) * 46 * share * (0.3 + 2.8 * light * (1 - light))
      colour[0] += speck
      colour[1] += speck
      colour[2] += speck
    })
  },
})
