'use client'

import { useMemo } from 'react'
import type { PredictionView } from '@/lib/predictions/view'
import { useMeasures, type MeasureRequest } from '@/components/measures/use-measures'
import { isKeptOutside } from '@/components/results/raw-answer'
import type { CellPictures } from './cell-pictures'
import type { CellMeasures } from './measure-texts'

/** The measures of each finished cell's first picture against what the cell was given, by position. */
export function useCellMeasures(
  predictions: readonly PredictionView[],
  given: readonly CellPictures[],
): ReadonlyMap<number, CellMeasures> {
  const requests = useMemo(
    () =>
      predictions.flatMap((prediction): MeasureRequest[] => {
        const { position, assets } = prediction
        const [output] = assets
        const { input, mask } = given[position] ?? {}
        const keptOutside = isKeptOutside(prediction, 0)
        return input && output ? [{ outputId: String(position), input, output, mask, keptOutside }] : []
      }),
    [predictions, given],
  )
  const states = useMeasures(requests)
  return useMemo(() => new Map([...states].map(([outputId, state]) => [Number(outputId), state])), [states])
}
