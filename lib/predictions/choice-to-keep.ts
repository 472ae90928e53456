import 'server-only'
import type { Model, ModelValues } from '@/lib/models/model'
import type { ModelChoice, RunInput } from '@/lib/models/run-input'
import { isPictureRow } from './pictures-in'

/**
 * A choice as the run remembers it: as given, but pictures of its own as checked lists, whichever way they were
 * spelled, and without those that the shared input overruled.
 */
export function choiceToKeep(
  model: Model,
  choice: ModelChoice,
  input: RunInput,
  checked: ModelValues,
): ModelChoice {
  const values: ModelValues = {}
  for (const [name, value] of Object.entries(choice.values)) {
    const row = model.parameters.find((parameter) => parameter.name === name)
    if (!row || !isPictureRow(row)) {
      values[name] = value
      continue
    }
    const overruled = row.kind === 'mask' ? input.mask !== undefined : input.images.length > 0
    const target = row.kind === 'images' ? (row.sameAs ?? name) : name
    if (!overruled && checked[target] !== undefined) values[name] = checked[target]
  }
  return { ...choice, values }
}
