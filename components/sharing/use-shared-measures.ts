'use client'

import { useMemo } from 'react'
import type { SharedResult, SharedView } from '@/lib/sharing/shared-view'
import { useMeasures, type MeasureState } from '@/components/measures/use-measures'

/** How pictures of a link lie over what they were made of, and what changed, by their names; none where that is hidden. */
export function useSharedMeasures(
  { inputs }: Pick<SharedView, 'inputs'>,
  results: readonly SharedResult[],
): ReadonlyMap<string, MeasureState> {
  const requests = useMemo(
    () =>
      results.flatMap((result) => {
        const input = inputs.find(({ name }) => name === result.inputs[0])
        return input ? result.pictures.map((output) => ({ outputId: output.name, input, output })) : []
      }),
    [inputs, results],
  )
  return useMeasures(requests)
}
