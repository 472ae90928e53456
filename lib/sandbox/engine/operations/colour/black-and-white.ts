import 'server-only'
import { changeColours, lightness } from '../../change-colours'
import { defineOperation } from '../../operation'

export const blackAndWhite = defineOperation({
  name: 'black and white',
  pattern:
    /\b(?:black[ -]?(?:and|&|n)[ -]?white|b\s?[&/]\s?w|gr[ea]y[ -]?scale|monochrom(?:e|atic)|noir|(?:remove|without|drop) (?:all )?(?:the )?colou?rs?|(?:fully|completely) desaturated?|desaturated? (?:it )?(?:fully|completely))\b/,
  example: 'make it black and white',
  read: () => ({}),
  describe: () => 'black and white',
  apply: (picture) =>
    changeColours(picture, (colour) => {
      colour[0] = colour[1] = colour[2] = Math.round(lightness(colour))
    }),
})
