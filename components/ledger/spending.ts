'use client'
import { useEffect } from 'react'
import type { PredictionView } from '@/lib/predictions/view'

const listeners = new Set<() => void>()

/** Calls when money was reserved, spent or given back by a run on this page. @returns what ends it */
export function onSpending(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells it as the predictions of a run go on. */
export function useTellSpending(predictions: readonly PredictionView[]): void {
  const states = predictions.map(({ sandbox, id, state }) => (sandbox ? '' : `${id} ${state}`)).join()
  useEffect(() => listeners.forEach((listener) => listener()), [states])
}
