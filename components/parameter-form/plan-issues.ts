import { mergeSpellings } from '@/lib/models/request-body'
import { parameterWithRole, type Model, type ModelValues } from '@/lib/models/model'
import type { PictureFacts } from '@/lib/models/pre-flight'
import { findModel } from '@/lib/models/registry'
import { inputOf, joinValues } from '@/lib/models/run-input'
import { cellsOf, mostCells, type RunPlan } from '@/lib/models/run-plan'
import { countCells } from '@/lib/models/plan-check'
import { missingRows, type CellIssue } from './field-problems'

type Parse = (model: Model, values: ModelValues) => readonly Omit<CellIssue, 'choice'>[]

/** One cell as its model gets it. */
interface FullCell {
  choice: number
  model: Model
  values: ModelValues
}

/** The plan's cells; of one that is too large only the choices as they are, since it is refused anyway. */
function fullCells(plan: RunPlan): FullCell[] {
  const cells = cellsOf(countCells(plan) > mostCells(plan) ? { choices: plan.choices } : plan)
  return cells.flatMap(({ choice, request }) => {
    const model = findModel(request.modelId)
    return model
      ? [{ choice, model, values: joinValues(model, inputOf(plan.input, request), request.values) }]
      : []
  })
}

/** What the tables say is wrong with any cell: each model's schema, and masks that don't fit their pictures. */
export function issuesOf(
  plan: RunPlan,
  pictures: ReadonlyMap<string, PictureFacts>,
  parse: Parse | undefined,
): CellIssue[] {
  return fullCells(plan).flatMap(({ choice, model, values }) => {
    const mask = maskMessage(model, values, pictures)
    const row = parameterWithRole(model, 'mask')
    return [
      ...(parse?.(model, mergeSpellings(model, values)) ?? []).map(({ path, message, keys }) => ({
        choice,
        path,
        message,
        keys,
      })),
      ...(mask && row ? [{ choice, path: [row.name], message: mask }] : []),
    ]
  })
}

/** What is merely missing, known without any schema. */
export function missingIssues(plan: RunPlan): CellIssue[] {
  return fullCells(plan).flatMap(({ choice, model, values }) =>
    missingRows(model, values).map(({ name, message }) => ({ choice, path: [name], message })),
  )
}

/** A mask lies on its picture pixel by pixel; the schema sees references only, so their sizes are checked here. */
function maskMessage(
  model: Model,
  values: ModelValues,
  pictures: ReadonlyMap<string, PictureFacts>,
): string | undefined {
  const row = parameterWithRole(model, 'mask')
  const reference = row && values[row.name]
  if (row?.kind !== 'mask' || reference === undefined || reference === '') return undefined
  // The schema says so too, but only once nothing else is wrong; a person wants all of it at once.
  if (values[row.of] === undefined)
    return 'A mask needs the picture it lies on. Add a picture or remove the mask.'
  const mask = pictures.get(reference as string)
  const first = pictures.get(values[row.of] as string)
  if (!mask || !first || (mask.width === first.width && mask.height === first.height)) return undefined
  return (
    `The mask is ${mask.width} × ${mask.height}, its picture ${first.width} × ${first.height}: ` +
    'they must be the same. Use a mask of the picture’s size.'
  )
}
