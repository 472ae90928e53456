import 'server-only'
import { atMost } from '../at-most'
import { changeColours, lightness, mix, type Colour } from '../change-colours'
import { flattenAreas } from '../kuwahara'
import { layered, noiseOf } from '../noise'
import { defineOperation, type EditContext } from '../operation'
import { asSharp, rawPicture, type Picture } from '../picture'

const paper: Colour = [252, 249, 242]

export const watercolour = defineOperation({
  name: 'watercolour',
  pattern: /\b(?:water ?-?colou?rs?|aquarell?e?)\b/,
  example: 'make it watercolour',
  read: () => ({}),
  describe: () => 'watercolour',
  apply: (picture, _, context) => atMost(picture, 1600, (small) => paint(small, context)),
})

/** Flat areas, pigment gathered at their edges and in clouds, on grainy paper. */
async function paint(picture: Picture, { seed }: EditContext): Promise<Picture> {
  const { width, height, channels } = picture
  const scale = Math.max(width, height) / 1024
  const once = await flattenAreas(picture, Math.max(2, Math.round(5 * scale)))
  const flat = await flattenAreas(once, Math.max(2, Math.round(6 * scale)))
  const wide = await rawPicture(asSharp(flat).blur(Math.max(0.5, 4 * scale)))
  const noise = noiseOf(seed)
  return changeColours(flat, (colour, [across, down]) => {
    const x = across * width
    const y = down * height
    const at = (Math.floor(y) * width + Math.floor(x)) * channels
    const around: Colour = [wide.pixels[at]!, wide.pixels[at + 1]!, wide.pixels[at + 2]!]
    const light = lightness(colour)
    const edge = Math.min(1, Math.abs(light - lightness(around)) / 34)
    const cloud = layered(noise, x / 150 / scale, y / 150 / scale, 4) - 0.5
    const grain = layered(noise, x / 2.4 / scale + 90, y / 2.4 / scale, 2) - 0.5
    const pigment = 0.9 + cloud * 0.75 + edge * 0.5 + grain * 0.22
    for (const channel of [0, 1, 2] as const) {
      const fresh = 255 * (Math.min(255, Math.max(0, mix(light, colour[channel], 1.35))) / 255) ** 0.8
      colour[channel] =
        paper[channel] * (1 - (1 - fresh / 255) * Math.min(1.3, Math.max(0.3, pigment))) + grain * 6
    }
  })
}
