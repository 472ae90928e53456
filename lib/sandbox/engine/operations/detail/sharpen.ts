import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'
import { keepAlpha } from '@/lib/sandbox/engine/pixels/keep-alpha'

export const sharpen = defineOperation({
  name: 'sharpen',
  pattern:
    /\b(?:less blurr(?:y|ed)|(?:un|de)[ -]?blur(?:red|ring)?|(?:remove|fix|reduce|get rid of) (?:the |any )?(?:motion )?blur(?:riness)?|(?:too|not so) blurry|sharp(?:en(?:ed|ing)?|er|ness)?|crisp(?:er)?|(?:(?:bring|put|get) (?:it |this |everything )?)?(?:back )?in(?:to)? focus|make (?:it|this) sharp)\b/,
  example: 'sharpen it',
  read: ({ near, matched }) => ({ amount: amountIn(near), blurred: /blur|focus/.test(matched) }),
  describe: ({ amount }) =>
    amount < 1 ? 'sharpened a little' : amount > 1 ? 'sharpened strongly' : 'sharpened',
  approximates: ({ blurred }) =>
    blurred
      ? 'Edges were made crisper; detail that blur has swallowed can’t be brought back here.'
      : undefined,
  async apply(picture, { amount, blurred }) {
    const wide = Math.max(picture.width, picture.height) / (blurred ? 500 : 1000)
    const strength = { sigma: Math.min(10, Math.max(1, wide)), m1: amount, m2: (blurred ? 4 : 3) * amount }
    return keepAlpha(await rawPicture(asSharp(picture).sharpen(strength)), picture)
  },
})
