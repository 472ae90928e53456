import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeColours, lightness, type Colour } from '@/lib/sandbox/engine/change-colours'
import { mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { darkenCorners } from '@/lib/sandbox/engine/operations/tone/darken-corners'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { grainOf } from '@/lib/sandbox/engine/operations/detail/grain-field'

/** What time did to a film: black fades to this, white yellows to that. */
const fadedBlack: Colour = [40, 37, 46]
const fadedWhite: Colour = [255, 244, 212]
/** Added where it is light and taken where it is dark: warm lights, cool shadows. */
const cast: Colour = [10, 2, -18]

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
  const faded = [0, 1, 2].map((channel) => fadedTable(channel as 0 | 1 | 2)) as [Table, Table, Table]
  const muted = 0.28 * share
  const aged = changeColours(picture, (colour, place) => {
    const light = lightness(colour)
    const speck = grain(place[0] * width, place[1] * height) * 9 * share
    const warm = smoothStep(0.15, 0.9, light / 255) - 0.35
    for (let channel = 0; channel < 3; channel++) {
      const own = colour[channel]!
      const toned = faded[channel]![(own + (light - own) * muted + 0.5) | 0]! + cast[channel]! * warm
      colour[channel] = own + (toned - own) * share + speck
    }
  })
  return darkenCorners(aged, { share: 0.3 * share, from: 0.35, to: 0.85 })
}

type Table = Float32Array

/** What becomes of each of the 256 values: a soft S between the faded ends. */
function fadedTable(channel: 0 | 1 | 2): Table {
  const [black, white] = [fadedBlack[channel], fadedWhite[channel]]
  return Float32Array.from({ length: 256 }, (_, value) =>
    mix(black, white, mix(value / 255, smoothStep(0, 1, value / 255), 0.25)),
  )
}
