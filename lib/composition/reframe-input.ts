import 'server-only'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import { readMaskPixels } from '@/lib/assets/apply-edits-read'
import { sharp } from '@/lib/assets/sharp-settings'
import { boundsOf } from '@/lib/masks/mask-coverage'
import type { ReframeInput } from '@/lib/predictions/reframe-cells'
import { planReframe, type Reframe } from '@/lib/models/plan-reframe'
import { within } from '@/lib/models/rectangle'

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
