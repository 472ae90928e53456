'use client'
import { useEffect, useRef, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import { saveEdits } from './save-edits'

/** Saving: whether it is under way and what went wrong. It ends when the editor is closed. */
export function useSaving(onSave: (prepared: Asset, edits: PictureEdits) => void) {
  const [isSaving, setIsSaving] = useState(false)
  const [problem, setProblem] = useState<string>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function save(picture: Asset, edits: PictureEdits): Promise<void> {
    const mine = new AbortController()
    running.current = mine
    setIsSaving(true)
    setProblem(undefined)
    try {
      const prepared = await saveEdits(picture, edits, mine.signal)
      if (!mine.signal.aborted) onSave(prepared, edits)
    } catch (error) {
      if (!mine.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      if (!mine.signal.aborted) setIsSaving(false)
    }
  }

  return { isSaving, problem, save }
}
