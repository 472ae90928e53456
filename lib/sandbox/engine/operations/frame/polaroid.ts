import 'server-only'
import { defineOperation, type Words } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'
import { ageFilm } from '@/lib/sandbox/engine/operations/colour/vintage'
import { layText } from '@/lib/sandbox/engine/operations/text/lay-text'
import { quoteIn } from '@/lib/sandbox/engine/operations/text/quote-in'

const card = { r: 250, g: 248, b: 243, alpha: 1 }

export const polaroid = defineOperation({
  name: 'Polaroid frame',
  pattern:
    /\b(?:polaroid(?:s)?(?: (?:frame|photo|picture|look|style|border))?|instant (?:camera|photo|film|picture)(?: (?:frame|look))?|instax)\b(?:.*?\b(?:saying|says|with|caption\w*|text|words?)\b.*?“\d+”)?/,
  example: 'polaroid frame',
  kind: 'frame',
  seeded: true,
  read: (words: Words) => ({ caption: quoteIn(words.matched, words) }),
  describe: ({ caption }) =>
    `Polaroid: square, faded, in a white frame${caption ? ` with “${caption}”` : ''}`,
  async apply(picture, { caption }, { seed, note }) {
    const side = Math.min(picture.width, picture.height)
    const square = await rawPicture(
      asSharp(picture)
        .extract({
          left: Math.floor((picture.width - side) / 2),
          top: Math.floor((picture.height - side) / 2),
          width: side,
          height: side,
        })
        .flatten({ background: card }),
    )
    const margin = Math.max(1, Math.round(side * 0.06))
    const foot = Math.max(1, Math.round(side * 0.22))
    const framed = await rawPicture(
      asSharp(ageFilm(square, 0.55, seed)).extend({
        top: margin,
        left: margin,
        right: margin,
        bottom: foot,
        background: card,
      }),
    )
    if (!caption) return framed
    const area = { left: margin, top: margin + side, width: side, height: foot }
    const style = { colour: '#33302c', weight: 'regular', backing: 'none' } as const
    return layText(framed, caption, { ...style, area, size: side * 0.065, across: 0.5, down: 0.5 }, note)
  },
})
