'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { newestPredictions } from './newest-predictions'
import { setServerClock } from './server-clock'

interface Polled {
  /** Of each cell the newest attempt, in the order of the cells. */
  predictions: PredictionView[]
  /** The server's clock when it answered, epoch milliseconds. */
  now: number
}

export interface RunPredictions {
  predictions: PredictionView[]
  /** The server does not answer while something is still awaited of it. */
  unreachable: boolean
  /** Puts in what was learned otherwise: another attempt, an answer to a cancel, a mark. */
  replace(heard: PredictionView[]): void
}

/**
 * The newest state of a run's predictions. One request for all; the server holds it until something changes, so the
 * pause between requests only matters when nothing does: short at first, longer for long waits. React Query asks at once
 * when the window is focused again, not at all while the tab is hidden, and we stop when all are finished.
 */
export function usePredictions(run: Pick<RunView, 'id' | 'predictions'>, serverNow: number): RunPredictions {
  const client = useQueryClient()
  const initial: Polled = { predictions: run.predictions, now: serverNow }
  const query = useQuery({
    queryKey: keyOf(run.id),
    queryFn: async ({ signal }): Promise<Polled> => {
      const known = () => client.getQueryData<Polled>(keyOf(run.id)) ?? initial
      const { predictions, now } = await ask(run.id, known(), signal)
      return { predictions: newestPredictions(known().predictions, predictions), now }
    },
    initialData: initial,
    // What did not change is the same object already.
    structuralSharing: false,
    refetchInterval: ({ state }) => (state.error && hasActive(state.data) ? 2000 : pauseMs(state.data)),
    refetchOnMount: ({ state }) => hasActive(state.data),
    retry: false,
  })

  const replace = useCallback(
    (heard: PredictionView[]) => {
      const key = keyOf(run.id)
      const known = client.getQueryData<Polled>(key)
      const predictions = known && newestPredictions(known.predictions, heard)
      if (!known || predictions === known.predictions) return
      client.setQueryData<Polled>(key, { ...known, predictions: predictions ?? [] })
      // The request under way names the attempts that were known when it was sent: it is sent anew.
      if (hasActive(client.getQueryData<Polled>(key))) void client.refetchQueries({ queryKey: key })
    },
    [client, run.id],
  )

  useEffect(() => setServerClock(serverNow), [serverNow])
  // A page that was left and is come back to finds what was known; the server may know more.
  useEffect(() => replace(run.predictions), [replace, run.predictions])

  const { predictions } = query.data
  return { predictions, unreachable: query.isError && predictions.some(isActive), replace }
}

export function isActive(prediction: PredictionView): boolean {
  return prediction.status === 'processing'
}

const keyOf = (runId: string) => ['run', runId]

/** As many as the server takes in one request. */
const mostIds = 100

async function ask(runId: string, { predictions, now }: Polled, signal: AbortSignal): Promise<Polled> {
  // What is finished changes no more by itself; another tab may have tried a cell again.
  if (!predictions.some(isActive))
    return { now, ...(await getJson<RunView>(`/api/v1/runs/${runId}`, signal)) }
  // What is unfinished comes first: of a large batch not all fit into one request.
  const asked = predictions.toSorted((a, b) => Number(isActive(b)) - Number(isActive(a))).slice(0, mostIds)
  const ids = asked.map(({ id }) => id).join(',')
  // A mark that is on its way to the server has made its version a fraction.
  const after = asked.map(({ version }) => Math.floor(version)).join(',')
  const polled = await getJson<Polled>(`/api/v1/predictions?ids=${ids}&after=${after}`, signal)
  setServerClock(polled.now)
  return polled
}

async function getJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return (await response.json()) as T
}

function hasActive(polled: Polled | undefined): boolean {
  return polled?.predictions.some(isActive) ?? false
}

function pauseMs(polled: Polled | undefined): number | false {
  const active = polled?.predictions.filter(isActive) ?? []
  if (!polled || active.length === 0) return false
  const age = polled.now - Math.max(...active.map((prediction) => Date.parse(prediction.createdAt)))
  // Many cells end close together: what is told at once is drawn at once.
  return age < 30_000 ? 20 + 6 * polled.predictions.length : age < 180_000 ? 500 : 2000
}
