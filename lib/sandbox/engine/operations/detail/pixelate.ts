import 'server-only'
import { amountIn, pixelsIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { enlargeInBlocks } from '@/lib/sandbox/engine/pixels/blocks'
import { keepAlpha } from '@/lib/sandbox/engine/pixels/keep-alpha'

export const pixelate = defineOperation({
  name: 'pixelate',
  pattern:
    /\b(?:pixel(?:ate[ds]?|ated|ize[ds]?|ise[ds]?|ation|ating)|pixellate[ds]?|censor(?:ed|ing)?|mosaic censor\w*)\b/,
  example: 'pixelate 16 px',
  read: ({ near }) => ({ block: pixelsIn(near), amount: amountIn(near) }),
  describe: ({ block }) => (block ? `pixelated in blocks of ${block} px` : 'pixelated'),
  apply: (picture, { block, amount }) =>
    inBlocks(picture, block ?? (Math.max(picture.width, picture.height) / 64) * amount),
})

/** Blocks of about this many pixels a side, each in its mean colour. */
export async function inBlocks(picture: Picture, block: number): Promise<Picture> {
  const { width, height } = picture
  const side = Math.max(2, Math.round(block))
  const [across, down] = [Math.max(1, Math.round(width / side)), Math.max(1, Math.round(height / side))]
  const small = await rawPicture(asSharp(picture).resize(across, down, { fit: 'fill' }))
  return keepAlpha(enlargeInBlocks(small, width, height), picture)
}
