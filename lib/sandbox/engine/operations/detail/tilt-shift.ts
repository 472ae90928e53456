import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'

export const tiltShift = defineOperation({
  name: 'tilt-shift',
  pattern:
    /\b(?:tilt[ -]?shift(?:ed)?|miniature(?: (?:look|effect|scene|model))?|toy (?:model|town|world)(?: look)?)\b/,
  example: 'tilt-shift',
  read: ({ near }) => ({ amount: amountIn(near) }),
  describe: () => 'tilt-shift: a sharp strip, blurred above and below, like a photo of a model',
  async apply(picture, { amount }) {
    const { width, height, channels } = picture
    const sigma = Math.max(0.8, (Math.max(width, height) / 150) * amount)
    const soft = await rawPicture(asSharp(picture).blur(sigma / 2.4))
    const softer = await rawPicture(asSharp(picture).blur(sigma))
    const pixels = new Uint8Array(picture.pixels)
    for (let y = 0; y < height; y++) {
      const off = Math.abs((y + 0.5) / height - 0.56)
      const first = smoothStep(0.1, 0.24, off)
      const second = smoothStep(0.2, 0.42, off)
      for (let at = y * width * channels, end = at + width * channels; at < end; at++) {
        if (channels === 4 && at % 4 === 3) continue
        pixels[at] = mix(mix(picture.pixels[at]!, soft.pixels[at]!, first), softer.pixels[at]!, second) + 0.5
      }
    }
    // Painted models are gaudier than the world.
    return rawPicture(asSharp({ ...picture, pixels }).modulate({ saturation: 1.25 }))
  },
})
