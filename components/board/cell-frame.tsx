'use client'

import { CircleSlash, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'
import { requestedSize } from '@/components/results/requested-size'
import { useBoardActions } from './board-context'
import { CellPicture } from './cell-picture'
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
  const { open } = useBoardActions()
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
      {isDone && asset && (
        <CellPicture
          asset={asset}
          title={props.title}
          tabIndex={tabIndex}
          isFaded={prediction.mark === 'reject'}
          badges={badgesOf(props)}
          onOpen={() => open(prediction.position)}
          onLoaded={() => setLoaded(asset.id)}
        />
      )}
      {prediction.status === 'processing' && (
        <PendingCell prediction={prediction} serverNow={serverNow} tabIndex={tabIndex} />
      )}
      {prediction.status === 'failed' && <FailedCell prediction={prediction} />}
    </div>
  )
}

function badgesOf({ prediction, isFastest, isCheapest }: CellFrameProps): string[] {
  const { mark, assets } = prediction
  return [
    isFastest && 'Fastest',
    isCheapest && 'Cheapest',
    mark === 'reject' && 'Rejected',
    assets.length > 1 && `1 of ${assets.length} pictures`,
  ].filter((badge) => badge !== false)
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
