import 'server-only'
import { inset as layInset } from '@/lib/sandbox/engine/compositing/inset'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { insetWords } from './inset-words'
import { pictureNumbers } from './picture-reference'

export const inset = defineOperation({
  name: 'inset',
  pattern: new RegExp(`\\b(?:(?:put|place|insert|add|paste|lay|show|use)\\b.*?)?${insetWords}\\b`),
  example: 'put image 2 into the corner of image 1 as an inset',
  kind: 'pair',
  read({ clause, images }) {
    if (images < 2) return undefined
    const [first, second] = pictureNumbers(clause)
    const small = first ?? 2
    const base = second ?? (small === 1 ? 2 : 1)
    if (small === base || Math.max(small, base) > images) return undefined
    return {
      small,
      base,
      across: /\bleft\b/.test(clause) ? 0 : /\b(?:cent(?:er|re)|middle)\b/.test(clause) ? 0.5 : 1,
      down: /\b(?:top|upper)\b/.test(clause) ? 0 : /\b(?:cent(?:er|re)|middle)\b/.test(clause) ? 0.5 : 1,
    }
  },
  describe: ({ small, base }) => `image ${small} as an inset in image ${base}`,
  async apply(edited, { small, base, across, down }, { image }) {
    const below = base === 1 ? edited : await image(base)
    return layInset(below, small === 1 ? edited : await image(small), across, down)
  },
})
