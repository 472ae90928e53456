import 'server-only'
import { amountIn, percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeColours, lightness } from '@/lib/sandbox/engine/change-colours'
import { mix } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { broadLight } from '@/lib/sandbox/engine/pixels/broad-light'

/** HDR evens out the light of the areas and strengthens the drawing in them; clarity does only the latter. */
export const localContrast = defineOperation({
  name: 'clarity',
  pattern:
    /\b(?:hdr|tone[ -]?map(?:ped|ping)?|(?:more |less )?(?:clarity|micro[ -]?contrast|local contrast|structure|definition)|(?:more |bring out (?:the )?|enhance (?:the )?|stronger )(?:details?|texture))\b/,
  example: 'HDR look',
  read({ near, matched }) {
    const share = Math.min(2, shareIn(near) ?? 0.6 * amountIn(near))
    const evens = /\b(?:hdr|tone)/.test(matched)
    return { share: /\bless\b/.test(near) ? -Math.min(0.8, share) : share, evens }
  },
  describe: ({ share, evens }) =>
    evens
      ? `HDR look at ${percent(share)}`
      : `${share < 0 ? 'less' : 'more'} clarity by ${percent(Math.abs(share))}`,
  async apply(picture, { share, evens }) {
    const broad = await broadLight(picture)
    return changeColours(picture, (colour, place) => {
      const light = lightness(colour) / 255
      const area = broad(place, light)
      const detail = light - area
      // Strongest in the middle: black and white have no room.
      const room = 4 * area * (1 - area)
      const evened = evens ? area + (0.5 - area) * share * 0.5 * Math.abs(2 * area - 1) : area
      const drawn = Math.max(0, evened + detail * (1 + share * (evens ? 1.5 : 1.6) * (0.35 + 0.65 * room)))
      const scale = (drawn + 0.01) / (light + 0.01)
      const vivid = evens ? 1 + 0.25 * share : 1
      for (let channel = 0; channel < 3; channel++)
        colour[channel] = mix(drawn * 255, colour[channel]! * scale, vivid)
    })
  },
})
