import 'server-only'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { mixChannels, type ChannelMix } from '@/lib/sandbox/engine/pixels/mix-channels'

export const hue = defineOperation({
  name: 'hue',
  pattern:
    /\b(?:(?:shift|rotate|change|turn|cycle|adjust)(?: all)?(?: of)?(?: the)? (?:hues?|colou?r wheel)|hue(?:[ -](?:shift|rotat(?:e|ion)))?|(?:shift|rotate)(?: all)?(?: the)? colou?rs)\b/,
  example: 'shift the hue by 90 degrees',
  read({ near }) {
    const given = /(-?\d+(?:\.\d+)?)\s*(?:°|deg|$|\b)/.exec(near)
    const degrees = given ? Number(given[1]) % 360 : 60
    return degrees === 0 ? undefined : { degrees }
  },
  describe: ({ degrees }) => `hue shifted by ${degrees}°`,
  apply: (picture, { degrees }) => mixChannels(picture, turnOfHue((degrees * Math.PI) / 180)),
})

/** The matrix of the SVG filter `hueRotate`: greys and (nearly) the lightness stay. */
function turnOfHue(angle: number): ChannelMix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [
    [0.213 + cos * 0.787 - sin * 0.213, 0.715 - cos * 0.715 - sin * 0.715, 0.072 - cos * 0.072 + sin * 0.928],
    [0.213 - cos * 0.213 + sin * 0.143, 0.715 + cos * 0.285 + sin * 0.14, 0.072 - cos * 0.072 - sin * 0.283],
    [0.213 - cos * 0.213 - sin * 0.787, 0.715 - cos * 0.715 + sin * 0.715, 0.072 + cos * 0.928 + sin * 0.072],
  ]
}
