import 'server-only'
import { amountIn } from '../../amount'
import { defineOperation } from '../../operation'
import { asSharp, rawPicture } from '../../picture'

export const sharpen = defineOperation({
  name: 'sharpen',
  pattern:
    /\b(?:less blurr(?:y|ed)|(?:un|de)blur(?:red)?|sharp(?:en(?:ed)?|er)|crisp(?:er)?|make (?:it|this) sharp)\b/,
  example: 'sharpen it',
  read: ({ near }) => ({ amount: amountIn(near) }),
  describe: ({ amount }) =>
    amount < 1 ? 'sharpened a little' : amount > 1 ? 'sharpened strongly' : 'sharpened',
  apply: (picture, { amount }) =>
    rawPicture(
      asSharp(picture).sharpen({ sigma: Math.max(1, picture.width / 1000), m1: amount, m2: 3 * amount }),
    ),
})
