import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeColours, lightness, type Colour } from '@/lib/sandbox/engine/change-colours'
import { mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'

const teal: Colour = [-24, 8, 22]
const orange: Colour = [26, 4, -28]

export const cinematic = defineOperation({
  name: 'cinematic',
  pattern:
    /\b(?:cinematic(?: (?:look|colou?rs?|colou?r grad(?:e|ing)|grading|style|tones?))?(?:,? teal (?:and|&) orange)?|(?:teal (?:and|&) orange|orange (?:and|&) teal)(?: (?:look|grade|grading|tones?))?|(?:like )?(?:a )?(?:movie|hollywood|blockbuster)(?: (?:blockbuster|movie|film))?(?: (?:look|still|scene|grade|style))?|colou?r[ -]?grad(?:e[ds]?|ing))\b/,
  example: 'cinematic teal and orange',
  read: ({ near }) => ({ share: Math.min(1, 0.75 * amountIn(near)) }),
  describe: () => 'cinematic: teal shadows, orange lights',
  apply: (picture, { share }) =>
    changeColours(picture, (colour) => {
      const light = lightness(colour) / 255
      const towards = smoothStep(0.12, 0.78, light)
      const curved = light + (smoothStep(0.02, 0.96, light) - light) * 0.55 * share
      const scale = (curved + 0.02) / (light + 0.02)
      // Black and white stay without a cast.
      const room = 4 * light * (1 - light)
      for (let channel = 0; channel < 3; channel++) {
        const split = mix(teal[channel]!, orange[channel]!, towards)
        const muted = mix(light * 255, colour[channel]!, 1 - 0.12 * share)
        colour[channel] = muted * scale + split * share * (0.35 + 0.65 * room)
      }
    }),
})
