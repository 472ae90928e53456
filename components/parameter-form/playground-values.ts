import type { FormBatch } from './batch/form-batch'
import { isSharedRole, type Parameter, type SharedRole } from '@/lib/models/parameter'
import type { Model, ModelValues } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import type { ModelChoice, RunInput } from '@/lib/models/run-input'
import type { AxisValue } from '@/lib/models/run-plan'
import { maskOf, type PictureMasks } from './mask/picture-masks'

/** Everything the form holds: what all models share, the chosen models with their own values, and what is varied. */
export interface PlaygroundValues {
  /** Without a mask: that is its picture's own. */
  input: FormInput
  masks?: PictureMasks
  /** At least one. The same model may be there more than once. */
  choices: FormChoice[]
  sweep: Sweep
  /** Many pictures, each on its own; absent where there are none. */
  batch?: FormBatch
}

export type FormInput = Omit<RunInput, 'mask'>

/** A chosen model as the form holds it. */
export interface FormChoice {
  modelId: string
  values: ModelValues
  override?: OwnShared
}

/** Shared values that a model can be given of its own; its own pictures bring their masks. */
export type OwnRole = Exclude<SharedRole, 'mask'>

export function isOwnRole(role: Parameter['role']): role is OwnRole {
  return isSharedRole(role) && role !== 'mask'
}

/** Shared values a model was given of its own; null: its own, and empty. */
export type OwnShared = { [R in OwnRole]?: RunInput[R] | null }

export interface Sweep {
  /** Predictions of each model and each combination of swept values, with different seeds. */
  samples: number
  axes: FormAxis[]
}

/** A swept parameter as the person gives it: written values, or ticked ones. */
export interface FormAxis {
  /** As in `Axis`. */
  parameter: string
  text?: string
  values?: AxisValue[]
}

export const mostSamples = 16
export const mostAxes = 2
export const noSweep: Sweep = { samples: 1, axes: [] }

/** Where a row's value lives in `PlaygroundValues`: shared rows by role, so that they survive a change of model. */
export function pathOf(parameter: Pick<Parameter, 'name' | 'role'>, choice: number): string {
  return isSharedRole(parameter.role) ? sharedPath(parameter.role) : ownPath(choice, parameter.name)
}

export function sharedPath(role: SharedRole): string {
  return `input.${role}`
}

/** The path of a value that only one of the chosen models has. */
export function ownPath(choice: number, name: string): string {
  return `choices.${choice}.values.${name}`
}

/** The path of a shared value that one of the chosen models was given of its own. */
export function overridePath(choice: number, role: SharedRole): string {
  return `choices.${choice}.override.${role}`
}

export function axisPath(index: number): string {
  return `sweep.axes.${index}`
}

/** Where the problems of a batch are shown. */
export const batchPaths = { pictures: 'batch.pictures', instructions: 'batch.instructions' } as const

/** The models of the choices, in their order; a model that is gone from the catalogue has no place in a form. */
export function modelsOf(choices: readonly Pick<FormChoice, 'modelId'>[]): Model[] {
  return choices.flatMap(({ modelId }) => findModel(modelId) ?? [])
}

/**
 * Fields of all models stand above, and those of each in a section of its own; of a single model they are one list.
 */
export function hasSections({ choices }: Pick<PlaygroundValues, 'choices'>): boolean {
  return choices.length > 1 || Object.keys(choices[0]?.override ?? {}).length > 0
}

/** Without the entries that say nothing, so that "emptied" and "never touched" are the same request. */
export function withoutEmpty(values: ModelValues): ModelValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

/** The input and choices as they are sent: nothing empty in them, and each with the mask of its first picture. */
export function compactValues({
  input,
  masks,
  choices,
}: Pick<PlaygroundValues, 'input' | 'masks' | 'choices'>): { input: RunInput; choices: ModelChoice[] } {
  const { images, keepOutside = true, ...rest } = input
  const mask = maskOf(masks, images)
  const compact = choices.map(({ modelId, values, override }) => {
    const own = compactOverride(override ?? {}, masks, mask)
    return {
      modelId,
      values: withoutEmpty(values),
      ...(Object.keys(own).length > 0 && { override: own }),
    }
  })
  // Without a mask there is no outside.
  const hasMask = mask !== undefined || compact.some(({ override }) => override?.mask)
  return {
    input: {
      ...withoutEmpty(rest),
      images: [...images],
      ...(mask && { mask }),
      ...(hasMask && { keepOutside }),
    },
    choices: compact,
  }
}

/** An emptied text of its own is sent as empty: the model is to get none, and not the shared one. So is a mask. */
function compactOverride(
  { prompt, images, seed }: OwnShared,
  masks: PictureMasks | undefined,
  sharedMask: string | undefined,
): Partial<RunInput> {
  const mask = maskOf(masks, images ?? []) ?? (sharedMask && '')
  return {
    ...(prompt !== undefined && { prompt: prompt ?? '' }),
    ...(images !== undefined && { images: [...(images ?? [])] }),
    ...(images !== undefined && mask !== undefined && { mask }),
    ...(typeof seed === 'number' || seed ? { seed } : undefined),
  }
}
