import 'server-only'
import type { Sharp } from 'sharp'
import { stepTimeoutSeconds, type Pixels } from './apply-edits-read'
import type { Asset } from './asset'
import { described, type StoredPicture } from './decode-picture'
import { describeBytes, pictureLimits, type PictureLimits } from './picture-limits'
import { PictureRefused } from './picture-refused'
import { sharp } from './sharp-settings'

export interface EncodeOptions {
  signal?: AbortSignal
  limits?: Pick<PictureLimits, 'bytes'>
  /** The largest PNG that is kept where a JPEG may be; for tests. */
  mostPngBytes?: number
}

/** What every provider takes: the smallest upload limit known is WaveSpeed's. */
const pngThatAllTake = 20_000_000

export function sharpOf({ data, ...raw }: Pixels): Sharp {
  const { width, height, channels } = raw
  return sharp(data, { raw: { width, height, channels } }).timeout({ seconds: stepTimeoutSeconds })
}

/**
 * The file of an edited picture. PNG, because an input must lose nothing by being cropped, and because what is taken up
 * again from its source is never compressed twice. Only where that is a larger file than providers take, and the source
 * was compressed before (`mayBeJpeg`), a JPEG at quality 97 without chroma subsampling.
 *
 * @throws PictureRefused if the file would be larger than a picture may be
 */
export async function encodeEdited(
  picture: Sharp,
  facts: Pick<Asset, 'width' | 'height' | 'hasAlpha'> & { mayBeJpeg: boolean },
  { signal, limits = pictureLimits, mostPngBytes = pngThatAllTake }: EncodeOptions,
): Promise<StoredPicture> {
  const { mayBeJpeg, ...shape } = facts
  const png = await picture.clone().png().toBuffer({ resolveWithObject: true })
  signal?.throwIfAborted()
  const isPng = !mayBeJpeg || png.data.length <= mostPngBytes
  const { data, info } = isPng
    ? png
    : await picture.jpeg({ quality: 97, chromaSubsampling: '4:4:4' }).toBuffer({ resolveWithObject: true })
  signal?.throwIfAborted()
  if (info.width !== shape.width || info.height !== shape.height)
    throw new Error(
      `Edits came to ${info.width} × ${info.height} instead of ${shape.width} × ${shape.height}.`,
    )
  if (data.length > limits.bytes) {
    const size = `The prepared picture would have ${describeBytes(data.length)}`
    const rule = `the limit is ${describeBytes(limits.bytes)}: give it fewer pixels and try again.`
    throw new PictureRefused('too-many-bytes', `${size}; ${rule}`)
  }
  return described(data, { type: isPng ? 'image/png' : 'image/jpeg', ...shape })
}
