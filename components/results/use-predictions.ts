'use client'

import { useQuery } from '@tanstack/react-query'
import type { PredictionView } from '@/lib/predictions/view'

interface Polled {
  predictions: PredictionView[]
  /** The server's clock when it answered, epoch milliseconds. */
  now: number
}

/**
 * The newest state of some predictions. One request for all; the server holds it until something changes, so the pause
 * between requests only matters when nothing does: short at first, longer for long waits. React Query asks at once when
 * the window is focused again, not at all while the tab is hidden, and we stop when all are finished.
 */
export function usePredictions(initial: Polled): Polled & { unreachable: boolean } {
  const ids = initial.predictions.map((prediction) => prediction.id)
  const query = useQuery({
    queryKey: ['predictions', ...ids],
    queryFn: async ({ signal, client, queryKey }): Promise<Polled> => {
      const seen = client.getQueryData<Polled>(queryKey) ?? initial
      const versions = seen.predictions.map((prediction) => prediction.version)
      const response = await fetch(`/api/v1/predictions?ids=${ids.join(',')}&after=${versions.join(',')}`, {
        signal,
      })
      if (!response.ok) throw new Error(`The server answered ${response.status}.`)
      return (await response.json()) as Polled
    },
    initialData: initial,
    enabled: ({ state }) => state.data === undefined || state.data.predictions.some(isActive),
    refetchInterval: ({ state }) => (state.error ? 2000 : pauseMs(state.data)),
    retry: false,
  })
  return { ...query.data, unreachable: query.isError }
}

export function isActive(prediction: PredictionView): boolean {
  return prediction.status === 'processing'
}

function pauseMs(polled: Polled | undefined): number | false {
  const active = polled?.predictions.filter(isActive) ?? []
  if (!polled || active.length === 0) return false
  const age = polled.now - Math.max(...active.map((prediction) => Date.parse(prediction.createdAt)))
  return age < 30_000 ? 20 : age < 180_000 ? 500 : 2000
}
