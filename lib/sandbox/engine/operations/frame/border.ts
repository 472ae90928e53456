import 'server-only'
import { pixelsIn, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { colourIn } from '@/lib/sandbox/engine/grammar/colour-words'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'

export const border = defineOperation({
  name: 'border',
  pattern:
    /\b(?:borders?|framed|(?<!\b(?:the|full|in|of|out|each|every|fill(?:s|ing)?|freeze|time) )frames?(?! (?:it )?(?:so|as|tighter)\b)|passe-?partout)\b/,
  example: 'add a 20 px white border',
  kind: 'frame',
  read({ near }) {
    if (/\b(?:remove|without|no|crop|cut|delete)\b/.test(near)) return undefined
    const { colour, text } = colourIn(near) ?? { colour: [255, 255, 255] as const, text: 'white' }
    const thick = /\b(?:thick|wide|broad|heavy|big|large|bold)\b/.test(near) ? 0.09 : 0.045
    const share = shareIn(near) ?? (/\b(?:thin|narrow|slim|small|fine|hairline)\b/.test(near) ? 0.012 : thick)
    return { colour: [...colour], text, pixels: pixelsIn(near), share: Math.min(0.5, share) }
  },
  describe: ({ text, pixels }) => `${text} border${pixels ? ` of ${pixels} px` : ''}`,
  apply(picture, { colour, pixels, share }) {
    const shorter = Math.min(picture.width, picture.height)
    const side = Math.max(1, Math.min(2000, Math.round(pixels ?? shorter * share)))
    const [r, g, b] = colour as [number, number, number]
    const background = { r, g, b, alpha: 1 }
    return rawPicture(
      asSharp(picture).extend({ top: side, bottom: side, left: side, right: side, background }),
    )
  },
})
