import 'server-only'
import { changeByLightness } from '@/lib/sandbox/engine/change-colours'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { darkenCorners } from '@/lib/sandbox/engine/operations/tone/darken-corners'

export const blackAndWhite = defineOperation({
  name: 'black and white',
  pattern:
    /\b(?:black[ -]?(?:and|&|n)[ -]?white|b\s?[&/]\s?w|bnw|gr[ea]y[ -]?scale|gr[ea]y tones?|monochrom(?:e|atic)|(?:film )?noir|(?:remove|without|drop|take (?:out|away)) (?:all )?(?:of )?(?:the )?colou?rs?|(?:fully|completely|totally) desaturated?|desaturated? (?:it )?(?:fully|completely|totally))\b/,
  example: 'make it black and white',
  read: ({ near, matched }) => ({ noir: /\bnoir\b/.test(`${near} ${matched}`) }),
  describe: ({ noir }) => (noir ? 'film noir: black and white with deep shadows' : 'black and white'),
  apply(picture, { noir }) {
    const grey = changeByLightness(picture, (light) => {
      const deep = noir ? light + (smoothStep(0.06, 0.92, light) - light) * 0.85 : light
      return [255 * deep, 255 * deep, 255 * deep]
    })
    return noir ? darkenCorners(grey, { share: 0.55, from: 0.3, to: 0.85 }) : grey
  },
})
