import 'server-only'
import { amountIn, pixelsIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { linearOf, encodedOf } from '@/lib/sandbox/engine/pixels/lab'

export const motionBlur = defineOperation({
  name: 'motion blur',
  pattern:
    /\b(?:(?:vertical |horizontal )?(?:motion|speed|panning|directional)[ -]blur(?:red)?|long exposure(?! (?:photo|shot))|(?:looks?|looking) like (?:it is |it's )?moving fast)\b/,
  example: 'motion blur 40 px',
  read: ({ near }) => ({
    length: pixelsIn(near),
    amount: amountIn(near),
    vertical: /\b(?:vertical(?:ly)?|up|down|falling)\b/.test(near),
  }),
  describe: ({ length, vertical }) =>
    `${vertical ? 'vertical' : 'horizontal'} motion blur${length ? ` of ${length} px` : ''}`,
  async apply(picture, { length, amount, vertical }) {
    const side = vertical ? picture.height : picture.width
    const radius = Math.max(1, Math.min(side, Math.round((length ?? (side / 26) * amount) / 2)))
    if (!vertical) return smear(picture, radius)
    const turned = smear(await rawPicture(asSharp(picture).rotate(90)), radius)
    return rawPicture(asSharp(turned).rotate(270))
  },
})

/** The mean of the light along each row, as a shutter that stays open adds it; running sums. */
function smear(picture: Picture, radius: number): Picture {
  const { pixels, width, height, channels } = picture
  const light = Float32Array.from({ length: 256 }, (_, value) => linearOf(value / 255))
  const smeared = new Uint8Array(pixels)
  for (let y = 0; y < height; y++)
    for (let channel = 0; channel < 3; channel++) {
      const row = y * width * channels + channel
      const at = (x: number) => light[pixels[row + Math.min(width - 1, Math.max(0, x)) * channels]!]!
      let sum = 0
      for (let x = -radius; x <= radius; x++) sum += at(x)
      for (let x = 0; x < width; x++) {
        smeared[row + x * channels] = encodedOf(sum / (2 * radius + 1)) * 255 + 0.5
        sum += at(x + radius + 1) - at(x - radius)
      }
    }
  return { ...picture, pixels: smeared }
}
