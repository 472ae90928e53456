'use client'

import { CircleSlash, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { variantUrl, variantWidths } from '@/lib/assets/asset-urls'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'
import { classNames } from '@/components/ui/class-names'
import { requestedSize } from '@/components/results/requested-size'
import { useBoardActions } from './board-context'
import { PendingCell } from './pending-cell'

export interface CellFrameProps {
  prediction: PredictionView
  title: string
  input: Asset | undefined
  serverNow: number
  isFastest: boolean
  isCheapest: boolean
  tabIndex: number
}

const square = { width: 1, height: 1 }

/** A frame of the shape the result should have, kept for all that comes into it. */
export function CellFrame(props: CellFrameProps) {
  const { prediction, input, serverNow, tabIndex } = props
  const { width, height } = requestedSize(prediction, input) ?? input ?? square
  const isDone = prediction.status === 'completed'
  const [loaded, setLoaded] = useState<string>()
  const [asset] = prediction.assets
  const isShown = asset !== undefined && loaded === asset.id
  return (
    <div
      className="relative max-h-112 min-h-36 overflow-hidden bg-canvas"
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      {input && !isShown && (
        <img
          src={variantUrl(input.id, 160)}
          alt=""
          loading="lazy"
          className="absolute inset-0 size-full object-contain opacity-25 blur-sm"
        />
      )}
      {isDone && asset && <CellPicture {...props} asset={asset} onLoaded={() => setLoaded(asset.id)} />}
      {prediction.status === 'processing' && (
        <PendingCell prediction={prediction} serverNow={serverNow} tabIndex={tabIndex} />
      )}
      {prediction.status === 'failed' && <FailedCell prediction={prediction} />}
    </div>
  )
}

function CellPicture(props: CellFrameProps & { asset: Asset; onLoaded: () => void }) {
  const { prediction, asset, title, isFastest, isCheapest, tabIndex, onLoaded } = props
  const { open } = useBoardActions()
  const [isBroken, setBroken] = useState(false)
  const isRejected = prediction.mark === 'reject'
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={() => open(prediction.position)}
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
          if (image?.complete && image.naturalWidth > 0) onLoaded()
        }}
        onLoad={onLoaded}
        onError={() => setBroken(true)}
        className={classNames(
          'size-full object-contain',
          isRejected && 'opacity-30',
          isBroken && 'invisible',
        )}
      />
      {isBroken && (
        <span className="absolute inset-0 grid place-items-center p-2 text-xs text-danger">
          The picture could not be loaded.
        </span>
      )}
      {/* Their own dark ground: readable on any picture, in both themes. */}
      <span className="absolute bottom-1.5 left-1.5 flex flex-wrap gap-1 text-xs text-white *:rounded *:bg-black/75 *:px-1.5 *:py-0.5">
        {isFastest && <span>Fastest</span>}
        {isCheapest && <span>Cheapest</span>}
        {isRejected && <span>Rejected</span>}
        {prediction.assets.length > 1 && <span>1 of {prediction.assets.length} pictures</span>}
      </span>
    </button>
  )
}

function FailedCell({ prediction }: { prediction: PredictionView }) {
  const isCanceled = prediction.state === 'canceled'
  const Icon = isCanceled ? CircleSlash : TriangleAlert
  return (
    <div className="absolute inset-0 grid place-content-center justify-items-center gap-1.5 overflow-hidden bg-panel/80 p-3 text-center text-xs">
      <Icon aria-hidden className={isCanceled ? 'size-5 text-muted' : 'size-5 text-danger'} />
      <p title={prediction.error ?? undefined} className="line-clamp-4 font-medium [overflow-wrap:anywhere]">
        {prediction.error}
      </p>
    </div>
  )
}
