import 'server-only'
import { defineOperation, type EditContext } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'
import { boxOf, type Box } from '@/lib/sandbox/engine/regions/box-of'

const it = '(?:it|this|the (?:picture|image|photo))'

export const crop = defineOperation({
  name: 'crop',
  pattern: new RegExp(
    `\\b(?:crop(?:ped|ping)?(?: ${it})?|trim|(?:make|turn) ${it} (?:into )?(?:a )?square|square (?:format|crop|aspect)|` +
      `(?:to|in|as|into|for) (?:a )?\\d+ ?: ?\\d+|\\d+ ?: ?\\d+ (?:crop|format|aspect(?: ratio)?|ratio)|aspect ratio)\\b`,
  ),
  example: 'crop to 16:9',
  kind: 'frame',
  read({ near, matched }) {
    const given = /(\d+(?:\.\d+)?)\s*(?::|x|×|\/|by|to)\s*(\d+(?:\.\d+)?)/.exec(near)
    // "Crop 800 x 600" is a shape too; how many pixels it gets is resizing.
    if (given && Number(given[1]) > 0 && Number(given[2]) > 0)
      return { across: Number(given[1]), down: Number(given[2]) }
    if (/\bsquare\b/.test(near)) return { across: 1, down: 1 }
    if (/\b(?:widescreen|landscape|wide|youtube)\b/.test(near)) return { across: 16, down: 9 }
    if (/\b(?:stor(?:y|ies)|reels?|tiktok|phone|vertical)\b/.test(near)) return { across: 9, down: 16 }
    if (/\b(?:portrait|instagram)\b/.test(near)) return { across: 4, down: 5 }
    if (
      /\b(?:subject|person|face|object|closer|tight(?:ly|er)?|in)\b/.test(near) &&
      /crop|trim/.test(matched)
    )
      return { across: 0, down: 0 }
    return undefined
  },
  describe: ({ across, down }) => (across ? `cropped to ${across}:${down}` : 'cropped to the subject'),
  async apply(picture, { across, down }, context) {
    const subject = await subjectBox(picture, context)
    if (!across && !subject) {
      context.note('no subject was found: the middle was kept')
      return cut(picture, { left: 0.1, top: 0.1, right: 0.9, bottom: 0.9 }, picture.width / picture.height)
    }
    if (!across) return cut(picture, widened(subject!), undefined)
    context.note(
      subject
        ? 'cropped so that the subject stays inside'
        : 'no subject was found: cropped around the centre',
    )
    return cut(picture, subject, across / down)
  },
})

/** The subject's box in shares of the picture, if one is found. */
async function subjectBox(picture: Picture, context: EditContext): Promise<Box | undefined> {
  try {
    const { cover } = await context.region('subject')
    return boxOf(cover, 0.5)
  } catch (error) {
    if (error instanceof LowConfidence) return undefined
    throw error
  }
}

/** With an eighth of air on each side. */
function widened({ left, top, right, bottom }: Box): Box {
  const [across, down] = [(right - left) / 8, (bottom - top) / 8]
  return {
    left: Math.max(0, left - across),
    top: Math.max(0, top - down),
    right: Math.min(1, right + across),
    bottom: Math.min(1, bottom + down),
  }
}

/**
 * The largest piece of this ratio around the middle of the box, within the picture; its upper part stays where not all
 * fits, because heads are there. Without a ratio, the box itself.
 */
function cut(
  { width, height, ...rest }: Picture,
  box: Box | undefined,
  ratio: number | undefined,
): Promise<Picture> {
  const picture = { width, height, ...rest }
  const area = box ?? { left: 0, top: 0, right: 1, bottom: 1 }
  if (ratio === undefined) {
    const left = Math.floor(area.left * width)
    const top = Math.floor(area.top * height)
    const right = Math.max(left + 1, Math.ceil(area.right * width))
    const bottom = Math.max(top + 1, Math.ceil(area.bottom * height))
    return rawPicture(asSharp(picture).extract({ left, top, width: right - left, height: bottom - top }))
  }
  const wide = Math.max(1, Math.min(width, Math.round(height * ratio)))
  const high = Math.max(1, Math.min(height, Math.round(width / ratio)))
  const [x, y] = [((area.left + area.right) / 2) * width, ((area.top + area.bottom) / 2) * height]
  const boxHigh = (area.bottom - area.top) * height
  const middle = boxHigh > high ? area.top * height + high * 0.48 : y
  const left = Math.round(Math.min(width - wide, Math.max(0, x - wide / 2)))
  const top = Math.round(Math.min(height - high, Math.max(0, middle - high / 2)))
  return rawPicture(asSharp(picture).extract({ left, top, width: wide, height: high }))
}
