import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { followMask } from '@/lib/picture-edits/follow-mask'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import { planEdits } from '@/lib/picture-edits/plan-edits'
import { encodeEdited, sharpOf, type EncodeOptions } from './apply-edits-encode'
import { readMaskPixels, readUpright } from './apply-edits-read'
import { straighten } from './apply-edits-straighten'
import type { Asset } from './asset'
import type { StoredPicture } from './decode-picture'
import { withDecodeSlot, withStraightenSlot } from './decode-slots'
import { PictureRefused } from './picture-refused'

/** A stored picture, or a mask, and the file it is kept in. */
export interface EditablePicture {
  asset: Asset
  bytes: Uint8Array
}

/** `signal` ends the work at its next step, throwing its reason; `limits` are the product's unless a test has others. */
export type ApplyEditsOptions = EncodeOptions

/** Rows of a mask computed in one go: some milliseconds. */
const maskRows = 256

/**
 * Makes the edited picture. The edits must fit (`editsProblem`). Each pixel is one of the picture's, bit for bit, where
 * nothing is resampled; straightening samples bicubically, another size by Lanczos. How it is stored: see
 * `encodeEdited`.
 *
 * @throws PictureRefused if the result is too large a file, or takes too long
 */
export async function applyEdits(
  { asset, bytes }: EditablePicture,
  edits: PictureEdits,
  options: ApplyEditsOptions = {},
): Promise<StoredPicture> {
  const { signal } = options
  const plan = planEdits(asset, edits)
  const work = () =>
    withDecodeSlot(async () => {
      signal?.throwIfAborted()
      const upright = await readUpright(bytes, asset.hasAlpha, plan, edits)
      const cropped = edits.angle === 0 ? upright : await straighten(upright, plan, edits.angle, signal)
      signal?.throwIfAborted()
      const picture = sharpOf(cropped)
      const { resized, crop, output } = plan
      if (resized.width !== crop.width || resized.height !== crop.height)
        picture.resize({ ...resized, fit: 'fill', kernel: 'lanczos3' })
      if (edits.extend) {
        const { fill, ...sides } = edits.extend
        picture.extend({
          ...sides,
          ...extensions[fill],
          background: fill.startsWith('#') ? fill : '#00000000',
        })
      }
      const hasAlpha = asset.hasAlpha || edits.extend?.fill === 'transparent'
      const wasJpeg = asset.type === 'image/jpeg'
      return encodeEdited(picture, { ...output, hasAlpha, mayBeJpeg: wasJpeg && !hasAlpha }, options)
    })
  // A straightened picture is held twice.
  return explainSlowness(edits.angle === 0 ? work : () => withStraightenSlot(work))
}

const extensions: Partial<Record<string, { extendWith: 'copy' | 'mirror' }>> = {
  edge: { extendWith: 'copy' },
  mirror: { extendWith: 'mirror' },
}

/**
 * Makes the mask that belongs to the edited picture: greyscale PNG, no value in it that the mask did not have,
 * transparency as black (kept). The mask must be as large as the picture, and the edits be the picture's by `maskEdits`.
 */
export async function applyEditsToMask(
  { asset, bytes }: EditablePicture,
  edits: PictureEdits,
  options: ApplyEditsOptions = {},
): Promise<StoredPicture> {
  const { signal } = options
  const plan = planEdits(asset, edits)
  const { width, height } = plan.output
  const work = () =>
    withDecodeSlot(async () => {
      signal?.throwIfAborted()
      const mask = await readMaskPixels(bytes)
      const data = new Uint8Array(width * height).fill(edits.extend?.fill === '#FFFFFF' ? 255 : 0)
      for (let row = 0; row < height; row += maskRows) {
        followMask(mask, data, plan, row, Math.min(height, row + maskRows))
        // Others want the thread too.
        await breathe()
        signal?.throwIfAborted()
      }
      const picture = sharpOf({ data, width, height, channels: 1 }).toColourspace('b-w')
      return encodeEdited(picture, { width, height, hasAlpha: false, mayBeJpeg: false }, options)
    })
  return explainSlowness(work)
}

async function explainSlowness<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof Error && cause.message.startsWith('timeout'))) throw cause
    const sentence = 'The picture could not be prepared within a minute: make it smaller and try again.'
    throw new PictureRefused('too-slow', sentence, { cause })
  }
}
