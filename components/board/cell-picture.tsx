'use client'

import { useState } from 'react'
import { variantUrl, variantWidths } from '@/lib/assets/asset-urls'
import { classNames } from '@/components/ui/class-names'

export interface CellPictureProps {
  asset: { id: string }
  /** What the cell is called. */
  title: string
  tabIndex?: number
  isFaded?: boolean
  /** Short words over the picture's lower edge. */
  badges?: readonly string[]
  onOpen: () => void
  onLoaded?: () => void
}

/** A cell's picture; a press opens the viewer. */
export function CellPicture(props: CellPictureProps) {
  const { asset, title, tabIndex, isFaded, badges = [], onOpen, onLoaded } = props
  const [isBroken, setBroken] = useState(false)
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onOpen}
      aria-label={`Open in the viewer: ${title}`}
      className="absolute inset-0 size-full cursor-zoom-in -outline-offset-2"
    >
      <img
        src={variantUrl(asset.id, 640)}
        srcSet={variantWidths.map((width) => `${variantUrl(asset.id, width)} ${width}w`).join(', ')}
        sizes="(max-width: 40rem) 85vw, 20rem"
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        // It may have come before our script did.
        ref={(image) => {
          if (image?.complete && image.naturalWidth > 0) onLoaded?.()
        }}
        onLoad={onLoaded}
        onError={() => setBroken(true)}
        className={classNames('size-full object-contain', isFaded && 'opacity-30', isBroken && 'invisible')}
      />
      {isBroken && (
        <span className="absolute inset-0 grid place-items-center p-2 text-xs text-danger">
          The picture could not be loaded.
        </span>
      )}
      {/* Their own dark ground: readable on any picture, in both themes. */}
      <span className="absolute bottom-1.5 left-1.5 flex flex-wrap gap-1 text-xs text-white *:rounded *:bg-black/75 *:px-1.5 *:py-0.5">
        {badges.map((badge) => (
          <span key={badge}>{badge}</span>
        ))}
      </span>
    </button>
  )
}
