import 'server-only'
import type { Colour } from '@/lib/sandbox/engine/change-colours'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { colourIn } from '@/lib/sandbox/engine/grammar/colour-words'
import { cutOut } from '@/lib/sandbox/engine/compositing/cut-out'
import { keepLargePieces } from '@/lib/sandbox/engine/compositing/keep-large-pieces'
import { sticker as stickerOf } from '@/lib/sandbox/engine/compositing/sticker'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { subject } from './background-words'
import { subjectCover } from './subject-of'

export const sticker = defineOperation({
  name: 'sticker',
  pattern: new RegExp(
    `\\b(?:(?:make|turn|convert)\\b.{0,20}?)?(?:stickers?|die-?\\s?cut)\\b|\\b(?:out-?line|contour|stroke)s? (?:around|round|of) ${subject}\\b`,
  ),
  example: 'make it a sticker with a white outline',
  kind: 'part',
  read({ near }) {
    const { colour, text } = colourIn(near) ?? { colour: [255, 255, 255] as const, text: 'white' }
    const thickness = /\b(?:thick|wide|broad|bold|heavy)\b/.test(near)
      ? 0.032
      : /\b(?:thin|narrow|fine|slim)\b/.test(near)
        ? 0.009
        : 0.018
    return { colour: [...colour] as Colour, text, thickness }
  },
  describe: ({ text }) => `sticker with a ${text} outline`,
  async apply(picture, { colour, thickness }, context) {
    const soft = keepLargePieces(await subjectCover(picture, context), 1 / 10)
    // Scissors cut no whiskers.
    const cover = { ...soft, data: soft.data.map((share) => smoothStep(0.35, 0.65, share)) }
    return stickerOf(await cutOut(picture, cover), colour, thickness)
  },
})
