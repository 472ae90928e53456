import 'server-only'
import { percent } from '@/lib/sandbox/engine/grammar/amount'
import { fillHole } from '@/lib/sandbox/engine/inpainting/fill-hole'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { removing } from './remove-words'

/** Masks saved as JPEG are not quite black: what is hardly there marks nothing. */
const leastMark = 5

export const removeMasked = defineOperation({
  name: 'remove what a mask covers',
  pattern: new RegExp(
    `\\b(?:${removing}(?! (?:all )?(?:the )?colou?rs?\\b)|fill(?: in)?(?! (?:it |this |that )?with\\b)|heal|repair|retouch)\\b`,
  ),
  example: 'remove it (with a mask over it)',
  kind: 'repair',
  seeded: true,
  read: ({ hasMask }) => (hasMask ? {} : undefined),
  describe: () => 'filled the masked place from what surrounds it; nothing new is imagined',
  apply(picture, _, { mask, note, seed }) {
    if (!mask) return picture
    const hole = mask.values.map((value) => (value > leastMark ? 1 : 0))
    const share = hole.reduce((sum, open) => sum + open, 0) / hole.length
    if (share > 0.5) note(`the mask covers ${percent(share)}: little is left to fill it from`)
    return fillHole(picture, hole, seed)
  },
})
