import 'server-only'
import { amountIn, pixelsIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { bokeh } from '@/lib/sandbox/engine/compositing/bokeh'
import { layOver } from '@/lib/sandbox/engine/compositing/lay-over'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { background } from './background-words'
import { subjectCover } from './subject-of'
import { cutOut } from '@/lib/sandbox/engine/compositing/cut-out'

const blurred =
  '(?:blur(?:s|red|ring|ry|rier)?|bokeh|defocus(?:ed|es)?|unfocus(?:ed)?|out[ -]of[ -]focus|soft[ -]focus|soften(?:ed)?)'

export const blurBackground = defineOperation({
  name: 'blur the background',
  pattern: new RegExp(
    `\\b(?:(?:\\w+ly )?${blurred}\\b.*\\b${background}|${background}\\b.*\\b${blurred}|portrait mode|shallow (?:depth(?: of field)?|focus)|` +
      `bokeh|(?:narrow|small) depth of field|${blurred} (?:everything|all|what['’]?s?(?: is)?) (?:behind|but|except|around).*)\\b`,
  ),
  example: 'blur the background',
  kind: 'part',
  read: ({ near }) => ({
    pixels: pixelsIn(near),
    amount: amountIn(near.replace(/\bsoft(?:ly|en|ened)?\b/g, '')),
  }),
  describe: ({ pixels, amount }) =>
    `blurred the background${pixels ? ` by ${pixels} px` : amount < 1 ? ' a little' : amount > 1 ? ' strongly' : ''}`,
  async apply(picture, { pixels, amount }, context) {
    const cover = await subjectCover(picture, context)
    const longest = Math.max(picture.width, picture.height)
    const sigma = pixels === undefined ? 0.014 * amount : Math.min(300, pixels) / longest
    const behind = await atMost(picture, 1024, (small) => bokeh(small, cover, sigma))
    return layOver(behind, await cutOut(picture, cover))
  },
})
