'use client'
import { useEffect, useRef } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { loadDraft, picturesOf, saveDraft } from './form-draft'
import type { PlaygroundValues } from './playground-values'
import type { ValuesStore } from './values-store'

interface DraftOptions {
  isOn: boolean
  initial: PlaygroundValues
  values: ValuesStore
  pictures: ReadonlyMap<string, Asset>
  restore: (values: PlaygroundValues, pictures: readonly Asset[]) => void
}

/** Brings back the tab's draft once the page has hydrated, and keeps it up to date from then on. */
export function useDraft({ isOn, initial, values, pictures, restore }: DraftOptions): void {
  const facts = useRef(pictures)
  useEffect(() => {
    facts.current = pictures
  }, [pictures])

  const start = useRef(initial)
  useEffect(() => {
    if (!isOn) return
    const draft = loadDraft()
    const typed = values.snapshot().input.prompt
    if (draft) {
      // What was typed before the script arrived is newer than the draft.
      const isNewer = typed !== undefined && typed !== start.current.input.prompt
      const input = isNewer ? { ...draft.values.input, prompt: typed } : draft.values.input
      restore({ ...draft.values, input }, draft.pictures)
    }
    const save = () => {
      const now = values.snapshot()
      saveDraft({ values: now, pictures: picturesOf(now).flatMap((id) => facts.current.get(id) ?? []) })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = values.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(save, 300)
    })
    // A reload may come before the timer.
    window.addEventListener('pagehide', save)
    return () => {
      clearTimeout(timer)
      unsubscribe()
      window.removeEventListener('pagehide', save)
    }
  }, [isOn, values, restore])
}
