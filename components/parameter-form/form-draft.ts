import type { Asset } from '@/lib/assets/asset'
import { findModel } from '@/lib/models/registry'
import type { PlaygroundValues } from './playground-values'

const key = 'diptych:draft:1'

/** What was typed, for the life of the tab: a reload must not lose it. Pictures are references, so it stays small. */
export interface FormDraft {
  values: PlaygroundValues
  pictures: Asset[]
}

export function saveDraft(draft: FormDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Full, or switched off in this browser: then a reload loses the draft, and nothing else is wrong.
  }
}

/** The draft of this tab, if there is one and its model still exists. */
export function loadDraft(): FormDraft | undefined {
  try {
    return readDraft(sessionStorage.getItem(key))
  } catch {
    return undefined
  }
}

/** Reads stored text. An older version of the app may have written it: anything else than a draft is none. */
export function readDraft(text: string | null): FormDraft | undefined {
  if (!text) return undefined
  const draft = JSON.parse(text) as Partial<FormDraft> | null
  const { input, choice } = draft?.values ?? {}
  if (!Array.isArray(input?.images) || !Array.isArray(draft?.pictures)) return undefined
  if (typeof choice?.values !== 'object' || !choice.values || !findModel(choice.modelId)) return undefined
  const { images, prompt, mask, seed } = input
  return { values: { input: { images, prompt, mask, seed }, choice }, pictures: draft.pictures }
}
