import type { Model } from '@/lib/models/model'
import { isSharedRole, labelOf, type Parameter } from '@/lib/models/parameter'
import { sweptName } from '@/lib/models/run-plan'
import { isChanged } from '../changed-from-default'
import {
  isOwnRole,
  modelsOf,
  type FormChoice,
  type OwnRole,
  type PlaygroundValues,
} from '../playground-values'
import { choiceTitles } from './choice-titles'

/** What is changed of one choice, in a few words: "defaults", "strength 0.8", "own instruction, strength 0.8, 2 more". */
export function choiceSummary(
  model: Model,
  { values, override = {} }: FormChoice,
  swept: readonly string[],
): string {
  const own = model.parameters
    .filter((row) => isOwnRole(row.role) && override[row.role] !== undefined)
    .map((row) => `own ${roleWord(row)}`)
  const settings = model.parameters
    .filter(
      (row) => !isSharedRole(row.role) && !swept.includes(sweptName(row)) && isChanged(row, values[row.name]),
    )
    .map((row) => `${labelOf(row).toLowerCase()} ${valueText(values[row.name])}`)
  const told = [...own, ...settings]
  if (told.length === 0) return 'defaults'
  // One of each kind is enough to recognise it by.
  const shown = own.length > 0 ? [...own, ...settings.slice(0, 1)] : settings.slice(0, 1)
  const more = told.length - shown.length
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value)
}

/** A shared value in the middle of a sentence. */
export function roleWord({ role, label }: Pick<Parameter, 'role' | 'label'>): string {
  return role === 'images'
    ? 'pictures'
    : role === 'prompt'
      ? (label ?? 'instruction').toLowerCase()
      : (role ?? '')
}

/** Which choices have a value of their own in place of the shared one, by their titles and places. */
export function ownersOf(values: PlaygroundValues, role: OwnRole): { title: string; choice: number }[] {
  const models = modelsOf(values.choices)
  return choiceTitles(values.choices).flatMap((title, choice) => {
    const takes = models[choice]?.parameters.some((row) => row.role === role)
    return takes && values.choices[choice]?.override?.[role] !== undefined ? [{ title, choice }] : []
  })
}
