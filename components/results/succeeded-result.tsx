'use client'

import { useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'
import { measuredFrame, type CellMeasures } from '@/components/board/measure-texts'
import { useMeasures } from '@/components/measures/use-measures'
import type { Frame } from '@/components/viewer/frame'
import { isKeptOutside, rawAnswer } from './raw-answer'
import { ResultActions } from './result-actions'
import { ResultMetadata } from './result-metadata'
import { ResultViewer } from './result-viewer'

/** Before and after, what can be done with the result, and how it was made. */
export function SucceededResult({
  prediction,
  inputs,
  mask,
  prompt,
}: {
  prediction: PredictionView
  inputs: Asset[]
  mask: Asset | undefined
  prompt: string | undefined
}) {
  const [input] = inputs
  const measures = useMeasures(
    input
      ? prediction.assets.map((output, index) => {
          const keptOutside = isKeptOutside(prediction, index)
          return { outputId: output.id, input, output, mask, keptOutside }
        })
      : [],
  )
  const frames = framesOf(prediction, inputs, prompt, measures)
  const [after, setAfter] = useState('output-0')
  const [before, setBefore] = useState(inputs[0] && frames[0]?.id)
  // Beside an input, and the model's own answer: the result it belongs to.
  const index = Number(/^(?:output|raw)-(\d+)$/.exec(after)?.[1] ?? 0)
  const asset = prediction.assets[index]
  if (!asset) return null
  return (
    <div>
      <div className="p-3">
        <ResultViewer
          frames={frames}
          before={before}
          after={after}
          reference={inputs[0] && frames[0]?.id}
          keepsExtras={inputs[0] !== undefined}
          onAfterChange={setAfter}
          onBeforeChange={setBefore}
        />
      </div>
      <ResultActions
        prediction={prediction}
        asset={asset}
        raw={rawAnswer(prediction, index)}
        index={index}
        prompt={prompt}
      />
      <ResultMetadata
        prediction={prediction}
        asset={asset}
        index={index}
        input={inputs[0]}
        measures={measures.get(asset.id)}
      />
    </div>
  )
}

function framesOf(
  prediction: PredictionView,
  inputs: Asset[],
  prompt: string | undefined,
  measures: ReadonlyMap<string, CellMeasures>,
): Frame[] {
  const several = (count: number, name: string, index: number) => (count > 1 ? `${name} ${index + 1}` : name)
  const before = inputs.map((asset, index) => ({
    ...sizeOf(asset),
    id: `input-${index}`,
    label: several(inputs.length, 'Before', index),
    alt: several(inputs.length, 'Input picture', index),
  }))
  const after = prediction.assets.map((asset, index) => ({
    ...sizeOf(asset),
    ...measuredFrame(measures.get(asset.id)),
    id: `output-${index}`,
    label: several(prediction.assets.length, 'After', index),
    alt: `${several(prediction.assets.length, 'Result', index)} of ${prediction.modelName}${prompt ? `: ${prompt.slice(0, 200)}` : ''}`,
  }))
  const raw = prediction.assets.flatMap((_, index): Frame[] => {
    const asset = rawAnswer(prediction, index)
    if (!asset) return []
    const label = several(prediction.assets.length, 'Model’s own answer', index)
    return [{ ...sizeOf(asset), id: `raw-${index}`, label, alt: `${label}, before it was put back` }]
  })
  return [...before, ...after, ...raw]
}

function sizeOf({ id, width, height }: Asset) {
  return { assetId: id, width, height }
}
