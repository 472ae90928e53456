'use client'
import { useEffect, useRef } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { loadDraft, saveDraft } from './form-draft'
import type { PlaygroundFormHandle } from './playground-form-handle'
import type { PlaygroundValues } from './playground-values'
import type { ValuesStore } from './values-store'

interface DraftOptions {
  isOn: boolean
  initial: PlaygroundValues
  values: ValuesStore
  pictures: ReadonlyMap<string, Asset>
  fill: PlaygroundFormHandle['fill']
}

/** Brings back the tab's draft once the page has hydrated, and keeps it up to date from then on. */
export function useDraft({ isOn, initial, values, pictures, fill }: DraftOptions): void {
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
      const { input, choice } = draft.values
      fill({ input: isNewer ? { ...input, prompt: typed } : input, choice }, draft.pictures)
    }
    const save = () => {
      const now = values.snapshot()
      const used = [...now.input.images, now.input.mask].flatMap((id) => facts.current.get(id ?? '') ?? [])
      saveDraft({ values: now, pictures: used })
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
  }, [isOn, values, fill])
}
