import type { CSSProperties } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { variantUrl } from '@/lib/assets/asset-urls'

/** A small copy of a picture in grey, so that the colour of the mask laid over it can be told from the picture's own. */
export function MaskedPicture({ picture, mask }: { picture: Asset; mask: Asset }) {
  const painted: CSSProperties = {
    maskImage: `url("${variantUrl(mask.id, 320)}")`,
    maskSize: '100% 100%',
    maskMode: 'luminance',
  }
  return (
    <div
      className="checkerboard relative max-h-24 min-h-0.5 max-w-32 min-w-0.5 shrink-0 overflow-hidden rounded"
      style={{
        aspectRatio: `${picture.width} / ${picture.height}`,
        width: `min(8rem, ${(6 * picture.width) / picture.height}rem)`,
      }}
    >
      <img src={variantUrl(picture.id, 320)} alt="" className="size-full grayscale" />
      <div
        role="img"
        aria-label="What may change of image 1, laid over it"
        className="absolute inset-0 hidden bg-danger opacity-75 supports-[mask-mode:luminance]:block"
        style={painted}
      />
    </div>
  )
}
