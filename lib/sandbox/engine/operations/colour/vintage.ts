import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/amount'
import { changeColours, lightness, mix, smoothStep, type Colour } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { grainOf } from '@/lib/sandbox/engine/operations/detail/grain-field'

/** What time did to a film: black fades to this, white yellows to that. */
const fadedBlack: Colour = [40, 37, 46]
const fadedWhite: Colour = [255, 244, 212]

export const vintage = defineOperation({
  name: 'vintage',
  pattern:
    /\b(?:vintage(?: (?:film|photo(?:graph)?|look))?|retro|analog(?:ue)?(?: film)?|(?:old|35 ?mm|colou?r) film|faded(?: (?:film|photo(?:graph)?|colou?rs|look))?|film (?:look|stock|photo(?:graph)?|emulation)|old(?:er)? photo(?:graph)?(?: (?:from|of) the (?:19|18)\d0'?s)?|kodak(?: \w+)?|kodachrome|fuji(?:film)?|lomo(?:graphy)?|(?:in|from|of) the (?:19)?[2-8]0'?s|(?:19)?[5-8]0'?s(?: (?:look|style|photo(?:graph)?|film))?)\b/,
  example: 'vintage film look',
  seeded: true,
  read({ near, clause }) {
    // "Restore this old photo" asks for the opposite.
    if (/\b(?:restor\w*|repair\w*|fix|colou?ri[sz]e\w*|clean|moderni[sz]e)\b/.test(clause)) return undefined
    return { share: Math.min(1, 0.9 * amountIn(near)) }
  },
  describe: () => 'vintage film: faded, warm, with grain',
  apply: (picture, { share }, { seed }) => ageFilm(picture, share, seed),
})

/** Faded ends, weak warm colours, dark corners, grain. @param share 1 is a print of the 1970s */
export function ageFilm(picture: Picture, share: number, seed: number): Picture {
  const { width, height } = picture
  const grain = grainOf(picture, seed)
  return changeColours(picture, (colour, [across, down]) => {
    const light = lightness(colour)
    const fall = 1 - 0.3 * share * smoothStep(0.35, 0.85, Math.hypot(across - 0.5, down - 0.5))
    const speck = grain(across * width, down * height) * 9 * share
    const warm = smoothStep(0.15, 0.9, light / 255)
    for (const channel of [0, 1, 2] as const) {
      const muted = mix(light, colour[channel], 1 - 0.28 * share)
      const curved = 255 * mix(muted / 255, smoothStep(0, 1, muted / 255), 0.25)
      const faded = fadedBlack[channel] + (curved / 255) * (fadedWhite[channel] - fadedBlack[channel])
      // Warm lights, cool shadows.
      const toned = faded + [10, 2, -18][channel]! * (warm - 0.35)
      colour[channel] = mix(colour[channel], toned * fall, share) + speck
    }
  })
}
