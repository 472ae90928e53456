'use client'

import { Columns2, Download, Ellipsis, Star, ThumbsDown } from 'lucide-react'
import { downloadName } from '@/lib/models/download-name'
import type { PredictionView } from '@/lib/predictions/view'
import { downloadLink, rawName } from '@/components/results/download-link'
import { rawAnswer } from '@/components/results/raw-answer'
import { useRunActions } from '@/components/results/run-actions'
import { parametersLink, takesParameters, useWritesParameters } from '@/components/results/written-parameters'
import { Button, buttonClass } from '@/components/ui/button'
import { useBoardActions } from './board-context'

/** The row of buttons at the foot of a cell; rarer things are behind the last. */
export function CellActions(props: { prediction: PredictionView; isChosen: boolean; tabIndex: number }) {
  const { prediction, isChosen, tabIndex } = props
  const { mark, position } = prediction
  const { setMark } = useRunActions()
  const { choose, openMenu } = useBoardActions()
  const [asset] = prediction.assets
  const writesParameters = useWritesParameters()
  const shared = {
    variant: 'faint',
    size: 'icon-small',
    className: 'pointer-coarse:size-11 aria-pressed:text-accent-text',
    tabIndex,
  } as const
  if (prediction.status === 'processing') return <div className="h-9 pointer-coarse:h-13" />
  return (
    <div className="flex items-center px-1.5 pb-1.5">
      {asset && (
        <>
          <Button
            {...shared}
            aria-pressed={mark === 'star'}
            aria-label="Star"
            title="Star (S)"
            onClick={() => setMark(prediction, mark === 'star' ? null : 'star')}
          >
            <Star aria-hidden className={mark === 'star' ? 'fill-current' : undefined} />
          </Button>
          <Button
            {...shared}
            aria-pressed={mark === 'reject'}
            aria-label="Reject"
            title="Reject (R)"
            onClick={() => setMark(prediction, mark === 'reject' ? null : 'reject')}
          >
            <ThumbsDown aria-hidden className={mark === 'reject' ? 'fill-current' : undefined} />
          </Button>
          <Button
            {...shared}
            aria-pressed={isChosen}
            aria-label="Choose for comparing"
            title="Choose for comparing (X)"
            onClick={() => choose(position)}
          >
            <Columns2 aria-hidden />
          </Button>
          <a
            className={buttonClass(shared)}
            tabIndex={tabIndex}
            aria-label="Download"
            title="Download"
            {...downloadOf(prediction, 0, false, writesParameters)}
          >
            <Download aria-hidden />
          </a>
        </>
      )}
      <Button
        {...shared}
        className="ml-auto pointer-coarse:size-11"
        aria-label="More"
        title="More"
        aria-haspopup="dialog"
        onClick={(event) => openMenu(position, event.currentTarget)}
      >
        <Ellipsis aria-hidden />
      </Button>
    </div>
  )
}

/**
 * Where a result's file is, and what it is called when it is saved.
 *
 * @param isRaw  of the model's own answer, where the result is made of it
 * @param writesParameters  the result's file says how it was made, where it can
 */
export function downloadOf(
  prediction: PredictionView,
  index: number,
  isRaw = false,
  writesParameters = false,
) {
  const { id, modelId, input, assets } = prediction
  const asset = isRaw ? rawAnswer(prediction, index) : assets[index]
  if (!asset) return undefined
  const prompt = typeof input.prompt === 'string' ? input.prompt : undefined
  const name = downloadName(modelId, prompt, asset.type, index)
  const link = downloadLink(asset, isRaw ? rawName(name) : name)
  return writesParameters && !isRaw && takesParameters(asset)
    ? { ...link, href: parametersLink(id, index) }
    : link
}
