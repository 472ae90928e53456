import 'server-only'
import { defineOperation } from '../../operation'
import { asSharp, rawPicture } from '../../picture'

export const crop = defineOperation({
  name: 'crop',
  pattern:
    /\b(?:crop(?:ped)?|(?:make|turn) (?:it|this|the (?:picture|image|photo)) (?:into )?(?:a )?square|square (?:format|crop)|(?:to|in|as) \d+ ?: ?\d+)\b/,
  example: 'crop to 16:9',
  kind: 'frame',
  read({ near }) {
    const given = /(\d+(?:\.\d+)?)\s*(?::|x|×|\/|by|to)\s*(\d+(?:\.\d+)?)/.exec(near)
    if (given) return { across: Number(given[1]), down: Number(given[2]) }
    if (/\bsquare\b/.test(near)) return { across: 1, down: 1 }
    if (/\bwidescreen\b/.test(near)) return { across: 16, down: 9 }
    return undefined
  },
  describe: ({ across, down }) => `cropped around the centre to ${across}:${down}`,
  apply(picture, { across, down }) {
    const ratio = across / down
    const width = Math.max(1, Math.min(picture.width, Math.round(picture.height * ratio)))
    const height = Math.max(1, Math.min(picture.height, Math.round(picture.width / ratio)))
    const left = Math.floor((picture.width - width) / 2)
    const top = Math.floor((picture.height - height) / 2)
    return rawPicture(asSharp(picture).extract({ left, top, width, height }))
  },
})
