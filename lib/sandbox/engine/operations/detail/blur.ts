import 'server-only'
import { amountIn, pixelsIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'
import { keepAlpha } from '@/lib/sandbox/engine/pixels/keep-alpha'

export const blur = defineOperation({
  name: 'blur',
  pattern:
    /\b(?:(?:gaussian )?blur(?:red|ring|ry|rier)?|defocus(?:ed)?|(?:soft|out of|un)[ -]?focus(?:ed)?)\b/,
  example: 'blur 8 px',
  read: ({ near }) => ({ radius: pixelsIn(near), amount: amountIn(near.replace(/\bsoft[ -]focus\b/, '')) }),
  describe: ({ radius, amount }) =>
    radius ? `blur ${radius} px` : amount < 1 ? 'light blur' : amount > 1 ? 'strong blur' : 'blur',
  async apply(picture, { radius, amount }) {
    const sigma = radius ?? (Math.max(picture.width, picture.height) / 130) * amount
    const blurred = await rawPicture(asSharp(picture).blur(Math.min(300, Math.max(0.3, sigma))))
    return keepAlpha(blurred, picture)
  },
})
