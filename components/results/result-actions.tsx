'use client'

import { Copy, Download, Pencil, RotateCw, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { downloadName } from '@/lib/models/download-name'
import { downloadLink, rawName } from './download-link'
import type { PredictionView } from '@/lib/predictions/view'
import { Button, buttonClass } from '@/components/ui/button'
import { copyPicture } from './copy-picture'
import { useStartRun } from '@/components/playground/start-run'
import { useRunActions } from './run-actions'
import {
  parametersLink,
  takesParameters,
  useWritesParameters,
  WriteParametersSwitch,
} from './written-parameters'

/** What can be done with one result. */
export function ResultActions({
  prediction,
  asset,
  raw,
  index,
  prompt,
}: {
  prediction: PredictionView
  asset: Asset
  /** The model's own answer, where the result is made of it. */
  raw: Asset | undefined
  index: number
  prompt: string | undefined
}) {
  const { runAgain, editAgain, editResult } = useRunActions()
  const { isStarting } = useStartRun()
  const writesParameters = useWritesParameters() && takesParameters(asset)
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
        {...downloadLink(asset, name)}
        {...(writesParameters && { href: parametersLink(prediction.id, index) })}
      >
        <Download aria-hidden /> Download
      </a>
      {raw && (
        <a
          className={buttonClass()}
          {...downloadLink(raw, rawName(downloadName(prediction.modelId, prompt, raw.type, index)))}
        >
          <Download aria-hidden /> Model’s own answer
        </a>
      )}
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
      {takesParameters(asset) && <WriteParametersSwitch className="ml-auto" />}
    </div>
  )
}
