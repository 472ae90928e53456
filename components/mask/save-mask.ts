import type { Asset } from '@/lib/assets/asset'
import { sendPicture } from '@/components/parameter-form/pictures/send-picture'
import type { Painter } from './painter'

/** Stores the mask as a PNG of exactly the picture's size. Undefined if it failed, which has been told. */
export function saveMask(painter: Painter): Promise<Asset | undefined> {
  const { width, height } = painter.picture
  return painter.busyWith('Saving', async () => {
    const png = await painter.jobs.encode(painter.mask)
    const file = new File([png], 'mask.png', { type: 'image/png' })
    // Not to be broken off: it takes a moment, and closing asks.
    const { signal } = new AbortController()
    const asset = await sendPicture({ kind: 'file', file }, { signal, onProgress: () => {} })
    if (asset.width !== width || asset.height !== height)
      throw new Error('The server stored the mask in another size. Try again.')
    return asset
  })
}
