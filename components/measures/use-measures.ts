'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { measureKey, type MeasureRequest } from './measure-job'
import { MeasureQueue, type MeasureState } from './measure-queue'
import { startMeasureWorker } from './start-measure-worker'

export type { MeasureRequest, MeasureState }

/** One for the page: whoever shows the same pair of pictures shares its result. */
const queue = new MeasureQueue(startMeasureWorker)
const waiting: MeasureState = { state: 'waiting' }
const nothingKnown: ReadonlyMap<string, MeasureState> = new Map()

/**
 * The measures of outputs against their inputs, by `outputId`. They are computed in a worker, in the order given, one
 * after another, while the component is there; what it no longer asks for is not begun. Results arrive a few at a time,
 * and the map stays the same object until one does. Without requests nothing is loaded. A failure is tried again when
 * the requests change or the component is shown anew.
 */
export function useMeasures(requests: MeasureRequest[]): ReadonlyMap<string, MeasureState> {
  const stable = useSameRequests(requests)
  const [owner] = useState(() => ({}))
  const states = useSyncExternalStore(queue.subscribe, queue.snapshot, () => nothingKnown)
  useEffect(() => {
    queue.want(owner, stable)
    return () => queue.want(owner, [])
  }, [owner, stable])
  return useStatesByOutput(stable, states)
}

/** As the same map while none of these requests' states is another: other boards' results change nothing here. */
function useStatesByOutput(requests: MeasureRequest[], states: ReadonlyMap<string, MeasureState>) {
  const found = useMemo(
    () => new Map(requests.map((request) => [request.outputId, states.get(measureKey(request)) ?? waiting])),
    [requests, states],
  )
  const [known, setKnown] = useState(found)
  const isSame =
    known.size === found.size && [...found].every(([outputId, state]) => known.get(outputId) === state)
  if (!isSame) setKnown(found)
  return isSame ? known : found
}

/** As the same list while it asks for the same: callers may make it anew whenever they draw themselves. */
function useSameRequests(requests: MeasureRequest[]): MeasureRequest[] {
  const [known, setKnown] = useState(requests)
  if (namesOf(known) === namesOf(requests)) return known
  setKnown(requests)
  return requests
}

function namesOf(requests: MeasureRequest[]): string {
  return requests.map((request) => `${request.outputId} ${measureKey(request)}`).join()
}
