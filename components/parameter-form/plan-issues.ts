import { mergeSpellings } from '@/lib/models/request-body'
import { parameterWithRole, type Model, type ModelValues } from '@/lib/models/model'
import type { PictureFacts } from '@/lib/models/pre-flight'
import { findModel } from '@/lib/models/registry'
import { inputOf, joinValues, type RunInput } from '@/lib/models/run-input'
import { cellsOf, countCells, firstCells, mostCells, type RunPlan } from '@/lib/models/run-plan'
import { missingRows, type CellIssue } from './field-problems'

type Parse = (model: Model, values: ModelValues) => readonly Omit<CellIssue, 'choice'>[]

/** One cell as its model gets it. */
interface FullCell {
  choice: number
  model: Model
  input: RunInput
  values: ModelValues
}

/** The plan's cells; of one that is too large only the first of each choice, since it is refused anyway. */
function fullCells(plan: RunPlan): FullCell[] {
  const cells = countCells(plan) > mostCells(plan) ? firstCells(plan) : cellsOf(plan)
  return cells.flatMap(({ choice, request }) => {
    const model = findModel(request.modelId)
    const input = inputOf(plan.input, request)
    return model ? [{ choice, model, input, values: joinValues(model, input, request.values) }] : []
  })
}

/** What the tables say is wrong with any cell: each model's schema, and masks that don't fit their pictures. */
export function issuesOf(
  plan: RunPlan,
  pictures: ReadonlyMap<string, PictureFacts>,
  parse: Parse | undefined,
): CellIssue[] {
  return fullCells(plan).flatMap(({ choice, model, input, values }) => {
    const mask = maskMessage(model, input, pictures)
    return [
      ...(parse?.(model, mergeSpellings(model, values)) ?? []).map(({ path, message, keys }) => ({
        choice,
        path,
        message,
        keys,
      })),
      ...(mask ? [{ choice, path: ['mask'], message: mask }] : []),
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
  { images, mask: id, keepOutside }: RunInput,
  pictures: ReadonlyMap<string, PictureFacts>,
): string | undefined {
  // A model that takes no mask leaves it out, unless its answer is put back by it.
  if (!id || (!keepOutside && !parameterWithRole(model, 'mask'))) return undefined
  const mask = pictures.get(id)
  const first = pictures.get(images[0] ?? '')
  if (!mask || !first || (mask.width === first.width && mask.height === first.height)) return undefined
  return (
    `The mask is ${mask.width} × ${mask.height}, its picture ${first.width} × ${first.height}: ` +
    'they must be the same. Fit it to the picture, or remove it.'
  )
}
