import 'server-only'
import { changeColours, lightness, mix, smoothStep, type Colour } from '../change-colours'
import { defineOperation } from '../operation'
import { randomNumbers } from '../random'

const shadow: Colour = [1.02, 0.84, 0.88]
const bright: Colour = [1.2, 0.92, 0.54]
const zenith: Colour = [1.0, 0.7, 0.78]
const sun: Colour = [255, 168, 66]

export const goldenHour = defineOperation({
  name: 'golden hour',
  pattern: /\b(?:golden (?:hour|light|glow)|sunset|sunrise|sundown|dusk)\b/,
  example: 'golden hour light',
  kind: 'light',
  read: () => ({}),
  describe: () => 'golden light',
  apply(picture, _, { seed }) {
    const side = randomNumbers(seed)() < 0.5 ? 0.14 : 0.86
    return changeColours(picture, (colour, [across, down]) => {
      const light = lightness(colour) / 255
      const high = smoothStep(0.2, 0.85, light)
      const up = smoothStep(0.55, 0, down) * smoothStep(0.4, 0.8, light)
      // A low sun just outside the frame: light things near it glow, dark ones keep their drawing.
      const near = Math.exp(-((across - side) ** 2) * 3.2 - (down - 0.3) ** 2 * 5)
      const glow = near * mix(0.14, 0.6, light)
      for (const channel of [0, 1, 2] as const) {
        const tone = mix(mix(shadow[channel], bright[channel], high), zenith[channel], up * 0.7)
        const value = mix(light * 255, colour[channel], 1.12) * tone
        const curved = value
        colour[channel] = curved + (sun[channel] - curved * 0.55) * glow
      }
    })
  },
})
