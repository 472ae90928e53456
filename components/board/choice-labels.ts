import { isSharedRole, labelOf, type Role } from '@/lib/models/parameter'
import { findModel } from '@/lib/models/registry'
import type { ModelChoice } from '@/lib/models/run-input'

/** What each choice is called: its model, and where the same model was chosen more than once, in what the choices differ. */
export function choiceLabels(choices: readonly ModelChoice[]): string[] {
  return choices.map((choice, index) => {
    const title = findModel(choice.modelId)?.title ?? choice.modelId
    const twins = choices.filter(({ modelId }) => modelId === choice.modelId)
    if (twins.length === 1) return title
    const names = new Set(twins.flatMap((twin) => Object.keys(valuesOf(twin))))
    const differing = [...names].filter(
      (name) => new Set(twins.map((twin) => JSON.stringify(valuesOf(twin)[name]))).size > 1,
    )
    const differences = differing.map((name) => `${nameOf(choice.modelId, name)} ${valueText(choice, name)}`)
    const label = [title, ...differences].join(', ')
    const isSame = (other: ModelChoice) => twins.includes(other) && isEqual(other, choice, differing)
    if (choices.filter(isSame).length === 1) return label
    return `${label} (${choices.slice(0, index + 1).filter(isSame).length})`
  })
}

/** "guidance scale": a parameter's label within a sentence. */
export function nameOf(modelId: string, parameter: string): string {
  const rows = findModel(modelId)?.parameters ?? []
  const row = rows.find(({ name }) => name === parameter) ?? rows.find(({ role }) => role === parameter)
  const label = labelOf(row ?? { name: parameter })
  // "URL" and the like keep their capitals.
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

/** A value as a person reads it. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (Array.isArray(value)) return value.length === 1 ? '1 picture' : `${value.length} pictures`
  return String(value)
}

function valuesOf({ values, override }: ModelChoice): Record<string, unknown> {
  return { ...values, ...override }
}

function valueText(choice: ModelChoice, name: string): string {
  const value = valuesOf(choice)[name]
  if (value === undefined) return isSharedRole(name as Role) ? 'as set for all' : 'by default'
  return name === 'prompt' ? `“${textOfValue(value)}”` : name === 'mask' ? 'of its own' : textOfValue(value)
}

function isEqual(first: ModelChoice, second: ModelChoice, names: string[]): boolean {
  return names.every(
    (name) => JSON.stringify(valuesOf(first)[name]) === JSON.stringify(valuesOf(second)[name]),
  )
}
