import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { eachRow } from '@/lib/sandbox/engine/each-row'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'

export const glow = defineOperation({
  name: 'glow',
  pattern:
    /\b(?:(?:(?:soft|dreamy|dreamlike|ethereal|gentle|hazy) )*(?:glow(?:ing)?|bloom)|dreamy(?: (?:look|light))?|dreamlike|ethereal|orton(?: effect)?)\b/,
  example: 'give it a dreamy glow',
  read: ({ near }) => ({ share: Math.min(0.9, 0.55 * amountIn(near.replace(/\bsoft glow/, ''))) }),
  describe: () => 'dreamy glow',
  async apply(picture, { share }) {
    const { width, height, channels } = picture
    const soft = await rawPicture(asSharp(picture).blur(Math.max(2, Math.max(width, height) / 70)))
    const pixels = new Uint8Array(picture.pixels)
    eachRow(picture, (y) => {
      for (let at = y * width * channels, end = at + width * channels; at < end; at++) {
        if (channels === 4 && at % 4 === 3) continue
        const own = picture.pixels[at]!
        const light = soft.pixels[at]!
        // The blurred picture shines through where it is light (screen), and shadows stay.
        const screened = 255 - ((255 - own) * (255 - light * (light / 255))) / 255
        pixels[at] = Math.round(own + (screened - own) * share)
      }
    })
    return { ...picture, pixels }
  },
})
