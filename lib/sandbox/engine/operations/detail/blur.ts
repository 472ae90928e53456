import 'server-only'
import { amountIn, pixelsIn } from '../../amount'
import { defineOperation } from '../../operation'
import { asSharp, rawPicture } from '../../picture'

export const blur = defineOperation({
  name: 'blur',
  pattern: /\b(?:blur(?:red|ry|rier)?|defocus(?:ed)?|soft focus)\b/,
  example: 'blur 8 px',
  read: ({ near }) => ({ radius: pixelsIn(near), amount: amountIn(near) }),
  describe: ({ radius, amount }) =>
    radius ? `blur ${radius} px` : amount < 1 ? 'light blur' : amount > 1 ? 'strong blur' : 'blur',
  apply(picture, { radius, amount }) {
    const sigma = radius ?? (Math.max(picture.width, picture.height) / 130) * amount
    return rawPicture(asSharp(picture).blur(Math.min(300, Math.max(0.3, sigma))))
  },
})
