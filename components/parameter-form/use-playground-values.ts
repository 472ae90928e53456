'use client'
import { useSyncExternalStore } from 'react'
import { useFormContextValue } from './form-context'
import type { PlaygroundValues } from './playground-values'

/** All values, for what depends on more than one; draws again at every change. */
export function usePlaygroundValues(): PlaygroundValues {
  const { values } = useFormContextValue()
  return useSyncExternalStore(values.subscribe, values.snapshot, values.snapshot)
}
