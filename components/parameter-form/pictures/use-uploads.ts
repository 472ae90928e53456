'use client'
import { useSyncExternalStore } from 'react'
import { useFormContextValue } from '../form-context'
import type { Upload } from './upload-queue'

const none: readonly Upload[] = []

/** The pictures on their way, those that failed too. */
export function useUploads(): readonly Upload[] {
  const { uploads } = useFormContextValue()
  return useSyncExternalStore(uploads.subscribe, uploads.snapshot, () => none)
}
