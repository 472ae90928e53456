import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { blendBy } from '@/lib/sandbox/engine/mask'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { smoothAreas } from '@/lib/sandbox/engine/pixels/smooth-areas'

export const smoothSkin = defineOperation({
  name: 'smooth the skin',
  pattern:
    /\b(?:(?:smooth(?:en)?|soften|retouch|clean(?: up)?|clear(?: up)?|even out|beautify|airbrush)\b.*\b(?:skin|face|complexion)\b|(?:smooth(?:er)?|flawless|clear(?:er)?|softer|silky|perfect) skin\b|skin (?:smooth\w*|retouch\w*|soften\w*|smoother|softer)\b|(?:remove|fade|reduce|hide|get rid of) (?:the |his |her |their |all |any )*(?:blemish(?:es)?|pimples?|acne|wrinkles?|freckles)\b)/,
  example: 'smooth the skin',
  kind: 'part',
  read: ({ near, matched }) => ({
    share: Math.min(1, 0.7 * amountIn(near.replace(/\bsoft\w*/g, ''))),
    single: /blemish|pimple|acne|wrinkle|freckle/.test(matched),
  }),
  describe: () => 'skin smoothed',
  approximates: ({ single }) =>
    single
      ? 'The skin was smoothed as a whole: single marks fade, and strong ones stay. A mask can point them out.'
      : undefined,
  async apply(picture, { share }, { region }) {
    const { cover } = await region('skin')
    const radius = Math.max(2, Math.round(Math.max(picture.width, picture.height) / 110))
    const smooth = smoothAreas(picture, radius, 0.004)
    // Never wholly: without pores, skin looks like wax.
    return blendBy(picture, smooth, (at) => cover.data[at]! * share)
  },
})
