import 'server-only'
import { blendBy } from '@/lib/sandbox/engine/mask'
import { defineOperation, type EditContext } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { keepAlpha } from '@/lib/sandbox/engine/pixels/keep-alpha'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { resizePlane } from '@/lib/sandbox/engine/pixels/stretch'
import { inBlocks } from '@/lib/sandbox/engine/operations/detail/pixelate'
import { boxOf } from '@/lib/sandbox/engine/regions/box-of'
import { facesPlane } from '@/lib/sandbox/engine/regions/faces-plane'

export const hideFace = defineOperation({
  name: 'hide the face',
  pattern:
    /\b(?:(?:blur|pixel\w+|hide|anonymi[sz]e|censor|obscure|black out|cover(?: up)?|mask|redact)\b.*\b(?:faces?|identit(?:y|ies))\b|anonymi[sz]e(?:d)?\b|(?:blurred|blurry|pixel\w+|hidden|censored) faces?\b|faces? (?:is |are )?(?:blurred|pixel\w+|hidden|censored|unrecogni[sz]able)\b)/,
  example: 'blur the face',
  kind: 'part',
  read: ({ near, matched }) => {
    if (/\b(?:except|but not|around)\b/.test(near)) return undefined
    return {
      by: /pixel|censor/.test(matched) ? 'blocks' : /black out|redact/.test(matched) ? 'black' : 'blur',
    }
  },
  describe: ({ by }) => ({ blocks: 'face pixelated', black: 'face blacked out', blur: 'face blurred' })[by]!,
  async apply(picture, { by }, context) {
    const { cover, wide } = await facesIn(picture, context)
    const hidden = await hide(picture, by, Math.max(16, wide))
    const whole = widened(cover, Math.max(2, wide / 9))
    return blendBy(picture, hidden, (at) => whole.data[at]!)
  },
})

/** All faces, and how wide the widest is, in pixels; where none is seen from the front, what else is a face's skin. */
async function facesIn(picture: Picture, { faces, region, note }: EditContext) {
  const found = await faces()
  if (found.length > 0) {
    note(found.length === 1 ? '1 face was found' : `${found.length} faces were found`)
    const wide = Math.max(...found.map(({ width }) => width)) * picture.width
    return { cover: facesPlane(found, picture), wide }
  }
  const { cover } = await region('face')
  const box = boxOf(cover, 0.5)
  return { cover, wide: (box ? Math.min(box.right - box.left, 0.4) : 0.1) * picture.width }
}

/** @param wide of the face, in pixels */
async function hide(picture: Picture, by: string, wide: number): Promise<Picture> {
  if (by === 'black')
    return {
      ...picture,
      pixels: picture.pixels.map((value, at) => (at % picture.channels === 3 ? value : 12)),
    }
  if (by === 'blocks') return inBlocks(picture, wide / 8)
  return keepAlpha(await rawPicture(asSharp(picture).blur(Math.min(300, wide / 6))), picture)
}

/** The cover with its holes (eyes, glasses) closed and grown by about this many pixels, on a small copy. */
function widened(cover: Plane, reach: number): Plane {
  const scale = Math.min(1, 512 / Math.max(cover.width, cover.height))
  const [width, height] = [cover.width, cover.height].map((side) => Math.max(1, Math.round(side * scale)))
  const soft = gaussianBlur(resizePlane(cover, width!, height!), Math.max(0.6, reach * scale))
  for (let at = 0; at < soft.data.length; at++) soft.data[at] = smoothStep(0.1, 0.3, soft.data[at]!)
  return resizePlane(soft, cover.width, cover.height)
}
