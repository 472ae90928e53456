import { useSyncExternalStore } from 'react'
import type { Painter } from './painter'
import type { PainterState } from './painter-state'

export function usePainterState({ store }: Painter): PainterState {
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}
