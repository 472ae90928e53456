import 'server-only'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import { readMaskPixels } from '@/lib/assets/apply-edits-read'
import { sharp } from '@/lib/assets/sharp-settings'
import { boundsOf } from '@/lib/masks/mask-coverage'
import type { ReframeInput } from '@/lib/predictions/reframe-cells'
import { planReframe, type Reframe } from '@/lib/models/plan-reframe'
import { within, type Rectangle } from '@/lib/models/rectangle'
import type { Dimensions } from '@/lib/models/size'

/** Cuts pictures and masks out of the library, and keeps the cuts there. */
export function createReframeInput(library: AssetLibrary): ReframeInput {
  return async ({ picture, mask, rules, keepOutside }) => {
    // Greyscale, as the provider would get it whole; what is transparent in it was not painted.
    const [pictureBytes, flatMask] = await Promise.all([
      library.read(picture.id),
      library.readMaskForProvider(mask.id),
    ])
    if (!pictureBytes || !flatMask) throw new Error('An input picture vanished from storage.')
    const { width, height } = mask
    const painted = boundsOf({ width, height, data: new Uint8Array(await readMaskPixels(flatMask.bytes)) })
    if (!painted) return undefined
    const changing = { left: painted.x, top: painted.y, width: painted.width, height: painted.height }
    const reframe = planReframe(picture, rules, keepOutside ? changing : undefined)
    return {
      composition: { picture: picture.id, reframe, ...(keepOutside && { mask: mask.id }) },
      picture: await library.addOutput(await cut(pictureBytes, reframe, 'copy')),
      // Beyond the picture's border nothing is to be made: black is kept.
      mask: await library.addOutput(await cut(flatMask.bytes, reframe, 'background')),
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
  const { factor, size, margins } = paddingOf(region, inside, sent)
  const part = sharp(bytes).autoOrient().extract(inside)
  // Several pipelines: in one, sharp would resize before it extends.
  const reduced =
    factor === 1
      ? part
      : sharp(
          await part
            .resize({ ...size, fit: 'fill' })
            .png(quick)
            .toBuffer(),
        )
  const framed = await reduced
    .extend({ ...margins, extendWith, background: '#000000' })
    .png(quick)
    .toBuffer()
  return new Uint8Array(await sharp(framed).resize(sent.width, sent.height, { fit: 'fill' }).png().toBuffer())
}

/** Of PNGs that only go from one step to the next. */
const quick = { compressionLevel: 1 }
/** Reduced to no less than this many times what is sent before it is padded, a part lies an eighth of a pixel off at most. */
const leastDetail = 4

/**
 * How much is added around the part that lies in the picture. What is far larger than what is sent is reduced first, by
 * `factor`: around a panorama the padding is many times the picture.
 */
function paddingOf(region: Rectangle, inside: Rectangle, sent: Dimensions) {
  const factor = Math.min(1, (leastDetail * sent.width) / region.width)
  const scaled = (length: number) => Math.round(length * factor)
  const size = {
    width: Math.max(1, scaled(inside.width)),
    height: Math.max(1, scaled(inside.height)),
  }
  const left = scaled(inside.left - region.left)
  const top = scaled(inside.top - region.top)
  const right = Math.max(0, scaled(region.width) - left - size.width)
  const bottom = Math.max(0, scaled(region.height) - top - size.height)
  return { factor, size, margins: { left, top, right, bottom } }
}
