import 'server-only'
import { changeByLightness, lightness, type Colour } from '@/lib/sandbox/engine/change-colours'
import { mix } from '@/lib/sandbox/engine/pixels/numbers'
import { coloursIn, type ColourWord } from '@/lib/sandbox/engine/grammar/colour-words'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { countTones, toneAt } from '@/lib/sandbox/engine/operations/tone/count-tones'

const usual: [ColourWord, ColourWord] = [
  { colour: [30, 24, 92], text: 'indigo' },
  { colour: [255, 170, 130], text: 'peach' },
]
const white: ColourWord = { colour: [255, 255, 255], text: 'white' }
const black: ColourWord = { colour: [0, 0, 0], text: 'black' }

export const duotone = defineOperation({
  name: 'duotone',
  pattern: /\b(?:duo[ -]?tones?|two[ -]tones?|(?:in|with) (?:just |only )?(?:2|two) colou?rs|cyanotypes?)\b/,
  example: 'duotone purple and orange',
  read({ near, matched }) {
    const cyanotype = { colour: [12, 46, 92] satisfies Colour, text: 'Prussian blue' }
    const found = /cyan/.test(matched) ? [cyanotype, white] : coloursIn(near)
    const [first, second] = found
    if (!first) return { dark: usual[0], light: usual[1] }
    const pair = [first, second ?? (lightness(first.colour) > 140 ? black : white)]
    const [dark, light] = pair.sort((a, b) => lightness(a.colour) - lightness(b.colour))
    return { dark: dark!, light: light! }
  },
  describe: ({ dark, light }) => `duotone: ${dark.text} to ${light.text}`,
  apply(picture, { dark, light }) {
    // Two colours alike in lightness would leave no drawing: they are moved apart.
    const apart = Math.max(0, 150 - (lightness(light.colour) - lightness(dark.colour))) / 255
    const start = dark.colour.map((value) => value * (1 - apart * 1.3))
    const end = light.colour.map((value) => mix(value, 255, apart * 0.8))
    const { all } = countTones(picture)
    const low = Math.min(0.25, toneAt(all, 0.01))
    const high = Math.max(0.7, toneAt(all, 0.99))
    return changeByLightness(picture, (value) => {
      const share = Math.min(1, Math.max(0, (value - low) / (high - low)))
      return [0, 1, 2].map((channel) => mix(start[channel]!, end[channel]!, share)) as Colour
    })
  },
})
