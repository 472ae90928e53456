import 'server-only'
import { amountIn, pixelsIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { paletteOf, toPalette } from '@/lib/sandbox/engine/painting/small-palette'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'
import { enlargeInBlocks } from '@/lib/sandbox/engine/pixels/blocks'
import { fromFloat, lumaOf, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { keepAlpha } from '@/lib/sandbox/engine/pixels/keep-alpha'

const colours = 48
/** Blocks along the longer side. */
const blocks = 120

export const pixelArt = defineOperation({
  name: 'pixel art',
  pattern:
    /\b(?:(?:8|16|32)[ -]?bits?(?: (?:pixel art|style|game|look|graphics|art))*|pixel[ -]?art(?: (?:style|game|look))?|retro (?:video )?game|nes (?:style|game)|game ?boy|minecraft)\b/,
  example: 'pixel art',
  read: ({ near, matched }) => ({
    block: pixelsIn(near.replace(matched, '')),
    amount: amountIn(near),
    other: /game ?boy|minecraft/.exec(matched)?.[0],
  }),
  describe: ({ block }) =>
    `pixel art in ${colours} colours${block === undefined ? '' : `, blocks of ${block} px`}`,
  approximates: ({ other }) => other && `${other}: used the pixel art filter`,
  async apply(picture, { block, amount }) {
    const { width, height } = picture
    const side = Math.max(1, block ?? (Math.max(width, height) / blocks) * amount)
    const small = await rawPicture(
      asSharp(picture)
        .removeAlpha()
        .resize(Math.max(1, Math.round(width / side)), Math.max(1, Math.round(height / side)), {
          fit: 'fill',
          kernel: 'linear',
        }),
    )
    const drawn = toFloat(small)
    const luma = lumaOf(drawn).data
    for (let at = 0; at < drawn.data.length; at++) {
      const grey = luma[Math.floor(at / 3)]!
      drawn.data[at] = Math.min(1, Math.max(0, (grey - 0.5) * 1.12 + 0.5 + (drawn.data[at]! - grey) * 1.35))
    }
    const painted = fromFloat(toPalette(drawn, paletteOf(drawn, colours)))
    const large = enlargeInBlocks(painted, width, height)
    return picture.channels === 3 ? large : keepAlpha(await rawPicture(asSharp(large).ensureAlpha()), picture)
  },
})
