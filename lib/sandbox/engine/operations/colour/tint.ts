import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeByLightness, lightness, type Colour } from '@/lib/sandbox/engine/change-colours'
import { mix } from '@/lib/sandbox/engine/pixels/numbers'
import { colourIn, colourNames } from '@/lib/sandbox/engine/grammar/colour-words'
import { defineOperation } from '@/lib/sandbox/engine/operation'

export const tint = defineOperation({
  name: 'tint',
  // A colour at the end of "make the car …" is matched alone, so that it is seen what should take it.
  pattern: new RegExp(
    `\\b(?:tint(?:ed)?|colou?ri[sz]e[ds]?|colou?red|change the colou?rs? to (?:${colourNames})|` +
      `(?:${colourNames}) (?:tones?|wash|filter|cast|tint|overlay|hue))\\b|` +
      `(?:blue|redd|green|yellow|pink|orang|purpl)e?r\\b|(?<=\\b(?:make|turn|paint|dye|colou?r)\\b.{2,40}\\s)(?:(?:${colourNames})\\b|#[0-9a-f]{3,6}\\b)(?=\\s*$)`,
  ),
  example: 'tint it #1e6fd9',
  read({ near, matched }) {
    const found = colourIn(near.replace(/\b(blue|red|green|yellow|pink|orange|purple)d?e?r\b/, '$1'))
    if (!found) return undefined
    const [red, green, blue] = found.colour
    // Without a colour in it, only what is called a tint is one.
    if (red === green && green === blue && !/\b(?:tint|wash|filter|overlay)/.test(matched)) return undefined
    return { ...found, share: Math.min(0.95, 0.62 * amountIn(near.replace(found.text, ''))) }
  },
  describe: ({ text }) => `tinted ${text}`,
  apply(picture, { colour: wanted, share }) {
    const own = Math.min(250, Math.max(5, lightness(wanted)))
    // The wanted colour, made as light as the pixel is: down to black, up to white.
    const tinted = (part: number) => {
      const light = part * 255
      const beyond = (light - own) / (255 - own)
      return wanted.map((value) => (light < own ? (value * light) / own : mix(value, 255, beyond))) as Colour
    }
    return changeByLightness(picture, tinted, share)
  },
})
