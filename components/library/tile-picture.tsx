import { variantUrl, variantWidths } from '@/lib/assets/asset-urls'
import type { LibraryPicture } from '@/lib/library/library-item'
import { tileSizes } from './grid-geometry'

const tileShape = 4 / 3

/** A picture in a frame of 4:3, whole, fetched at the width at which it is shown. */
export function TilePicture({ picture }: { picture: LibraryPicture | undefined }) {
  return (
    <div className="relative aspect-[4/3] bg-canvas">
      {picture && (
        <img
          // Another picture is another element: the old one must not stand there until the new one has come.
          key={picture.assetId}
          src={variantUrl(picture.assetId, 320)}
          srcSet={sourcesOf(picture)}
          sizes={sizesOf(picture)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          className={`absolute inset-0 size-full object-contain ${picture.isOutput ? '' : 'opacity-40'}`}
        />
      )}
    </div>
  )
}

/** Not for more pixels than there are: those are all the same file. */
function sourcesOf({ assetId, width = Infinity }: LibraryPicture): string {
  return variantWidths
    .filter((candidate, index) => index === 0 || candidate / 2 < width)
    .map((candidate) => `${variantUrl(assetId, candidate)} ${candidate}w`)
    .join(', ')
}

/** A tall picture is shown narrower than its frame. */
function sizesOf({ width, height }: LibraryPicture): string {
  const share = width && height ? Math.min(1, width / height / tileShape) : 1
  return tileSizes
    .map(([condition, percent]) => `${condition} ${(percent * share).toFixed(1)}vw`.trim())
    .join(', ')
}
