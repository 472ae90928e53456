import type { Asset } from '@/lib/assets/asset'
import { assetUrl } from '@/lib/assets/asset-urls'
import { emptyMask, type Mask } from '@/lib/masks/mask'
import type { Stretching } from '@/lib/masks/stretch-mask'
import type { MaskJobs } from './mask-jobs'
import { createPainter, type Painter } from './painter'

export interface OpenOptions {
  picture: Asset
  /** An earlier mask of the picture. */
  mask?: Asset
  jobs: MaskJobs
  /** The earlier mask has another size. Undefined: begin with an empty one. */
  askToFit(mask: Mask): Promise<Stretching | undefined>
}

/** The painter with the earlier mask, or an empty one. Fails with a sentence for the person. */
export async function openPainter({ picture, mask, jobs, askToFit }: OpenOptions): Promise<Painter> {
  const { width, height } = picture
  const empty = () => createPainter(picture, emptyMask(width, height), jobs)
  if (!mask) return empty()
  const found = await jobs.read(assetUrl(mask.id))
  if (found.width === width && found.height === height) return createPainter(picture, found, jobs)
  const how = await askToFit(found)
  const painter = empty()
  if (how) {
    // A step like any other: it is not saved yet, and it can be undone.
    const fitted = await jobs.stretch(found, picture, how)
    painter.takeOver(fitted, 'Stretch', 'The mask was stretched over the picture.')
  }
  return painter
}
