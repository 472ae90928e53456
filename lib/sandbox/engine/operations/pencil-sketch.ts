import 'server-only'
import { atMost } from '../at-most'
import { changeColours, lightness, smoothStep } from '../change-colours'
import { layered, noiseOf } from '../noise'
import { defineOperation, type EditContext } from '../operation'
import { asSharp, rawPicture, type Picture } from '../picture'

export const pencilSketch = defineOperation({
  name: 'pencil sketch',
  pattern: /\b(?:pencil(?: (?:sketch|drawing))?|sketch(?:ed|y)?|charcoal|(?:line )?drawing)\b/,
  example: 'turn this into a pencil sketch',
  read: () => ({}),
  describe: () => 'pencil sketch',
  apply: (picture, _, context) => atMost(picture, 2048, (small) => draw(small, context)),
})

/** Outlines where a pixel is darker than what is around it, and hatching where the picture is dark. */
async function draw(picture: Picture, { seed }: EditContext): Promise<Picture> {
  const { width, height, channels } = picture
  const scale = Math.max(width, height) / 1024
  const grey = await rawPicture(
    asSharp(picture)
      .greyscale()
      .blur(Math.max(0.5, 0.8 * scale)),
  )
  const [fine, wide] = [
    await rawPicture(asSharp(grey).blur(3 * scale + 0.5)),
    await rawPicture(asSharp(grey).blur(14 * scale + 0.5)),
  ]
  const noise = noiseOf(seed)
  return changeColours(grey, (colour, [across, down]) => {
    const [x, y] = [(across * width) / scale, (down * height) / scale]
    const at = (Math.floor(down * height) * width + Math.floor(across * width)) * channels
    const light = lightness(colour)
    const outline = Math.min(1, (light + 6) / (fine.pixels[at]! + 6)) ** 4
    const form = Math.min(1, (light + 10) / (wide.pixels[at]! + 10)) ** 1.3
    // Two directions of strokes; the second only where it is darkest.
    const stroke = layered(noise, (x + y) / 34, (x - y) / 2.1, 2)
    const cross = layered(noise, (x - y * 0.5) / 30 + 50, (x * 0.5 + y) / 2.1, 2)
    const dark = 1 - light / 255
    const shade =
      smoothStep(0.18, 0.95, dark) * (0.3 + 0.75 * stroke) * 0.85 + smoothStep(0.55, 1, dark) * cross * 0.3
    const paper = 250 - 10 * noise(x / 1.7, y / 1.7)
    const drawn = paper * outline * form * (1 - Math.min(0.88, shade))
    colour[0] = drawn
    colour[1] = drawn * 0.995
    colour[2] = drawn * 0.98
  })
}
