import type { Asset } from '@/lib/assets/asset'
import { findModel } from '@/lib/models/registry'
import type { FormBatch } from './batch/form-batch'
import {
  mostAxes,
  mostSamples,
  noSweep,
  type FormAxis,
  type PlaygroundValues,
  type Sweep,
} from './playground-values'

const key = 'diptych:draft:2'

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

/** The draft of this tab, if there is one and its models still exist. */
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
  const { input, masks, choices, sweep, batch } = draft?.values ?? {}
  if (!Array.isArray(input?.images) || !Array.isArray(draft?.pictures) || !Array.isArray(choices))
    return undefined
  const known = choices.filter((choice) => isObject(choice?.values) && findModel(choice.modelId))
  if (known.length === 0) return undefined
  const { images, prompt, seed, keepOutside } = input
  return {
    values: {
      input: { images, prompt, seed, keepOutside },
      masks: isObject(masks) ? masks : undefined,
      choices: known,
      sweep: readSweep(sweep),
      ...readBatch(batch),
    },
    pictures: draft.pictures,
  }
}

function readSweep(sweep: Partial<Sweep> | undefined): Sweep {
  const samples = Number(sweep?.samples)
  const axes: FormAxis[] = Array.isArray(sweep?.axes)
    ? sweep.axes.filter((axis) => typeof axis?.parameter === 'string').slice(0, mostAxes)
    : []
  return { samples: samples >= 1 && samples <= mostSamples ? samples : noSweep.samples, axes }
}

function readBatch(batch: Partial<FormBatch> | null | undefined): Pick<PlaygroundValues, 'batch'> {
  const { pictures, text, rows } = batch ?? {}
  return Array.isArray(pictures) && Array.isArray(rows) && typeof text === 'string'
    ? { batch: { pictures, text, rows } }
    : {}
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** Every stored picture that the values refer to. */
export function picturesOf({ input, masks = {}, choices, batch }: PlaygroundValues): string[] {
  const inputs = [input, ...choices.flatMap(({ override }) => override ?? [])]
  const inBatch = (batch?.pictures ?? []).map(({ id }) => id)
  return [...new Set([...inputs.flatMap(({ images }) => images ?? []), ...Object.values(masks), ...inBatch])]
}
