import 'server-only'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import { sharp } from '@/lib/assets/sharp-settings'
import type { ReframeInput } from '@/lib/predictions/reframe-cells'
import { planReframe, type Reframe } from '@/lib/models/plan-reframe'
import { within, type Rectangle } from '@/lib/models/rectangle'
import type { Dimensions } from '@/lib/models/size'
import { decodeMask } from './decoded'

/** Cuts pictures and masks out of the library, and keeps the cuts there. */
export function createReframeInput(library: AssetLibrary): ReframeInput {
  return async ({ picture, mask, rules, keepOutside }) => {
    const [pictureBytes, maskBytes] = await Promise.all([library.read(picture.id), library.read(mask.id)])
    if (!pictureBytes || !maskBytes) throw new Error('An input picture vanished from storage.')
    const changing = boundsOf(await decodeMask(maskBytes), mask)
    if (!changing) return undefined
    const reframe = planReframe(picture, rules, keepOutside ? changing : undefined)
    const flatMask = await sharp(maskBytes)
      .autoOrient()
      .flatten({ background: '#000000' })
      .greyscale()
      .png()
      .toBuffer()
    return {
      composition: { picture: picture.id, reframe, ...(keepOutside && { mask: mask.id }) },
      picture: await library.addOutput(await cut(pictureBytes, reframe, 'copy')),
      // Beyond the picture's border nothing is to be made: black is kept.
      mask: await library.addOutput(await cut(flatMask, reframe, 'background')),
    }
  }
}

/** The part that is sent, at the size it is sent; beyond the picture its border is repeated, or it is black. */
async function cut(
  bytes: Uint8Array,
  { picture, region, sent }: Reframe,
  extendWith: 'copy' | 'background',
): Promise<Uint8Array<ArrayBuffer>> {
  const inside = within(region, picture)
  const margins = {
    left: inside.left - region.left,
    top: inside.top - region.top,
    right: region.left + region.width - inside.left - inside.width,
    bottom: region.top + region.height - inside.top - inside.height,
  }
  // Two pipelines: in one, sharp would resize before it extends.
  const framed = await sharp(bytes)
    .autoOrient()
    .extract(inside)
    .extend({ ...margins, extendWith, background: '#000000' })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return new Uint8Array(await sharp(framed).resize(sent.width, sent.height, { fit: 'fill' }).png().toBuffer())
}

/** The smallest rectangle that holds everything painted; undefined if nothing is. */
function boundsOf(mask: Uint8Array, { width, height }: Dimensions): Rectangle | undefined {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    const row = mask.subarray(y * width, (y + 1) * width)
    const first = row.findIndex((value) => value > 0)
    if (first < 0) continue
    top = Math.min(top, y)
    bottom = y
    left = Math.min(left, first)
    right = Math.max(
      right,
      row.findLastIndex((value) => value > 0),
    )
  }
  return right < 0 ? undefined : { left, top, width: right - left + 1, height: bottom - top + 1 }
}
