import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { changeColours, lightness } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { lumaOf, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'

export const emboss = defineOperation({
  name: 'emboss',
  pattern:
    /\b(?:emboss(?:ed|ing)?|(?:bas[ -]|stone |metal )?relief|engraved(?: in stone)?|carved(?: in stone)?)\b/,
  example: 'emboss it',
  read: ({ near }) => ({ amount: amountIn(near) }),
  describe: () => 'embossed: light from the upper left',
  apply: (picture, { amount }) => atMost(picture, 1536, (small) => raise(small, amount)),
})

/** The lightness taken as a height and lit from the side. */
function raise(picture: Picture, amount: number): Picture {
  const { width, height } = picture
  const scale = Math.max(width, height) / 1024
  const heights = gaussianBlur(lumaOf(toFloat(picture)), Math.max(0.5, 0.9 * scale)).data
  const reach = Math.max(1, Math.round(1.5 * scale))
  const here = (x: number, y: number) =>
    heights[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))]!
  return changeColours(picture, (colour, [across, down]) => {
    const x = Math.floor(across * width)
    const y = Math.floor(down * height)
    const slope = here(x + reach, y + reach) - here(x - reach, y - reach)
    // Steep edges are held back, so that faint drawing shows beside them.
    const lit = 0.5 + 0.46 * Math.tanh(slope * 4.2 * amount) + (lightness(colour) / 255 - 0.5) * 0.12
    colour[0] = lit * 255
    colour[1] = lit * 252
    colour[2] = lit * 246
  })
}
