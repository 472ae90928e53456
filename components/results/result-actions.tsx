'use client'

import { Copy, Download, Pencil, RotateCw, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { assetUrl } from '@/lib/assets/asset-urls'
import type { Asset } from '@/lib/assets/asset'
import { downloadName } from '@/lib/models/download-name'
import type { PredictionView } from '@/lib/predictions/view'
import { Button, buttonClass } from '@/components/ui/button'
import { copyPicture } from './copy-picture'
import { useStartRun } from '@/components/playground/start-run'
import { useRunActions } from './run-actions'

/** What can be done with one result. */
export function ResultActions({
  prediction,
  asset,
  index,
  prompt,
}: {
  prediction: PredictionView
  asset: Asset
  index: number
  prompt: string | undefined
}) {
  const { runAgain, editAgain, editResult } = useRunActions()
  const { isStarting } = useStartRun()
  const [copied, setCopied] = useState<string>()
  const name = downloadName(prediction.modelId, prompt, asset.type, index)

  async function copy() {
    setCopied(await copyPicture(asset.id))
    setTimeout(() => setCopied(undefined), 3000)
  }

  return (
    <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
      <a
        className={buttonClass({ variant: 'primary' })}
        href={`${assetUrl(asset.id)}?name=${encodeURIComponent(name)}`}
        download={name}
      >
        <Download aria-hidden /> Download
      </a>
      <Button onClick={() => void copy()}>
        <Copy aria-hidden /> <span aria-live="polite">{copied ?? 'Copy picture'}</span>
      </Button>
      <Button onClick={() => editResult(asset)}>
        <Pencil aria-hidden /> Use as input
      </Button>
      <Button
        onClick={() => runAgain(prediction)}
        disabled={isStarting}
        title="The same input with a new seed"
      >
        <RotateCw aria-hidden /> Run again
      </Button>
      <Button
        onClick={editAgain}
        title="Brings this run’s pictures, instruction and values back into the form"
      >
        <SlidersHorizontal aria-hidden /> Change and run again
      </Button>
    </div>
  )
}
