import { isSharedRole, type Parameter } from '@/lib/models/parameter'
import type { ModelValues } from '@/lib/models/model'
import type { ModelChoice, RunInput } from '@/lib/models/run-input'

/** Everything the form holds: what all models share, and the chosen model with the values only it has. */
export interface PlaygroundValues {
  input: RunInput
  choice: ModelChoice
}

/** Where a row's value lives in `PlaygroundValues`: shared rows by role, so that they survive a change of model. */
export function pathOf(parameter: Pick<Parameter, 'name' | 'role'>): string {
  return isSharedRole(parameter.role) ? `input.${parameter.role}` : ownPath(parameter.name)
}

/** The path of a value that only the chosen model has. */
export function ownPath(name: string): string {
  return `choice.values.${name}`
}

/** Without the entries that say nothing, so that "emptied" and "never touched" are the same request. */
export function withoutEmpty(values: ModelValues): ModelValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

/** The values as they are sent: nothing empty in them. */
export function compactValues({ input, choice }: PlaygroundValues): PlaygroundValues {
  const { images, ...rest } = input
  return {
    input: { ...withoutEmpty(rest), images: [...images] },
    choice: { modelId: choice.modelId, values: withoutEmpty(choice.values) },
  }
}
