import 'server-only'
import { amountIn, pixelsIn } from '../../amount'
import { defineOperation } from '../../operation'
import { asSharp, rawPicture } from '../../picture'

export const pixelate = defineOperation({
  name: 'pixelate',
  pattern: /\b(?:pixel(?:ate[ds]?|l?ated?|ize[ds]?|ise[ds]?)|pixel art|8[ -]?bit)\b/,
  example: 'pixelate 16 px',
  read: ({ near }) => ({ block: pixelsIn(near), amount: amountIn(near) }),
  describe: ({ block }) => (block ? `pixelated in blocks of ${block} px` : 'pixelated'),
  async apply(picture, { block, amount }) {
    const { width, height } = picture
    const side = Math.max(2, Math.round(block ?? (Math.max(width, height) / 64) * amount))
    const small = await rawPicture(
      asSharp(picture).resize(Math.max(1, Math.round(width / side)), Math.max(1, Math.round(height / side)), {
        fit: 'fill',
      }),
    )
    return rawPicture(asSharp(small).resize(width, height, { fit: 'fill', kernel: 'nearest' }))
  },
})
