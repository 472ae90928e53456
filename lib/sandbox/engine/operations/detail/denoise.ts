import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { smoothAreas } from '@/lib/sandbox/engine/pixels/smooth-areas'

export const denoise = defineOperation({
  name: 'denoise',
  pattern:
    /\b(?:de-?nois(?:e[ds]?|ing)|(?:remove|reduce|less|get rid of|clean(?: up)?|take out|no|without|lower|smooth(?: out)?) (?:the |all |any |some |of the )*(?:image |film |jpe?g |compression |colou?r )*(?:noise|grain(?:iness)?|artifacts?|artefacts?)|noise reduction|less (?:noisy|grainy)|smooth(?:er|en|ed)?(?: (?:it|this|everything))?(?: out)?(?= *$| a | slightly| the (?:picture|image|photo)))/,
  example: 'remove noise',
  read: ({ near, matched }) => ({ amount: amountIn(near.replace(matched, '')) }),
  describe: ({ amount }) =>
    amount < 1 ? 'denoised a little' : amount > 1 ? 'denoised strongly' : 'denoised',
  apply(picture, { amount }) {
    const radius = Math.max(2, Math.round((Math.max(picture.width, picture.height) / 420) * amount))
    return smoothAreas(picture, radius, 0.0016 * amount * amount)
  },
})
