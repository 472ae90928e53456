import 'server-only'
import { changeColours, lightness, smoothStep } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'

export const blackAndWhite = defineOperation({
  name: 'black and white',
  pattern:
    /\b(?:black[ -]?(?:and|&|n)[ -]?white|b\s?[&/]\s?w|bnw|gr[ea]y[ -]?scale|gr[ea]y tones?|monochrom(?:e|atic)|(?:film )?noir|(?:remove|without|drop|take (?:out|away)) (?:all )?(?:of )?(?:the )?colou?rs?|(?:fully|completely|totally) desaturated?|desaturated? (?:it )?(?:fully|completely|totally))\b/,
  example: 'make it black and white',
  read: ({ near, matched }) => ({ noir: /\bnoir\b/.test(`${near} ${matched}`) }),
  describe: ({ noir }) => (noir ? 'film noir: black and white with deep shadows' : 'black and white'),
  apply: (picture, { noir }) =>
    changeColours(picture, (colour, [across, down]) => {
      let light = lightness(colour)
      if (noir) {
        const share = light / 255
        const deep = share + (smoothStep(0.06, 0.92, share) - share) * 0.85
        const fall = smoothStep(0.3, 0.85, Math.hypot(across - 0.5, down - 0.5))
        light = 255 * deep * (1 - 0.55 * fall)
      }
      colour[0] = colour[1] = colour[2] = Math.round(light)
    }),
})
