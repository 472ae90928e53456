import { parameterWithRole, type Model } from '@/lib/models/model'
import type { PictureFacts } from '@/lib/models/pre-flight'
import type { RunInput } from '@/lib/models/run-input'
import { labelOf, type Parameter } from '@/lib/models/parameter'
import { ownPath, pathOf } from './playground-values'

/** Found by the table here, or told by the server at the last run. */
export type ErrorType = 'table' | 'server'

/** One thing that is wrong, at the form path where it is shown. */
export interface FieldProblem {
  path: string
  message: string
}

/** An issue as the schema (zod) or the server names it: its path begins with a parameter's name. */
export interface TableIssue {
  path: readonly PropertyKey[]
  message: string
  code?: string
  keys?: readonly string[]
}

/** From the table's names to the form's paths: by role where a value is shared, else the model's own. */
export function problemsOf(model: Model, issues: readonly TableIssue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    // A name the model does not have: the issue stands at the object, its keys say where it belongs.
    if (issue.keys) return issue.keys.map((key) => ({ path: ownPath(key), message: issue.message }))
    const [name] = issue.path
    if (typeof name !== 'string') return [{ path: 'root', message: issue.message }]
    const row = model.parameters.find((parameter) => parameter.name === name)
    return [{ path: row ? pathOf(row) : ownPath(name), message: issue.message }]
  })
}

/** A mask lies on its picture pixel by pixel; the schema sees references only, so their sizes are checked here. */
export function maskProblem(
  model: Model,
  input: RunInput,
  pictures: ReadonlyMap<string, PictureFacts>,
): FieldProblem | undefined {
  const row = parameterWithRole(model, 'mask')
  if (!row || input.mask === undefined) return undefined
  // The schema says so too, but only once nothing else is wrong; a person wants all of it at once.
  if (input.images.length === 0)
    return {
      path: pathOf(row),
      message: 'A mask needs the picture it lies on. Add a picture or remove the mask.',
    }
  const mask = pictures.get(input.mask)
  const first = input.images[0] === undefined ? undefined : pictures.get(input.images[0])
  if (!mask || !first || (mask.width === first.width && mask.height === first.height)) return undefined
  return {
    path: pathOf(row),
    message:
      `The mask is ${mask.width} × ${mask.height}, its picture ${first.width} × ${first.height}: ` +
      'they must be the same. Use a mask of the picture’s size.',
  }
}

/**
 * The required rows without a value, read off the table: known before the schema is loaded, so that the first screen
 * can already say why it can't run.
 */
export function missingRows(model: Model, values: Record<string, unknown>): FieldProblem[] {
  return model.parameters
    .filter((row) => row.required && isBlank(values[row.name]))
    .map((row) => ({
      path: pathOf(row),
      message: missingMessage(row),
    }))
}

function missingMessage(row: Parameter): string {
  if (row.kind === 'text') return `${labelOf(row)} is missing: write what should change.`
  if (row.kind === 'images') return `${labelOf(row)}: add at least one picture.`
  return `${labelOf(row)} is missing.`
}

function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}

/**
 * The problems in a tree of react-hook-form errors, in their order.
 * @param besides  the type of errors to leave out
 */
export function flattenErrors(errors: object, besides?: ErrorType, prefix = ''): FieldProblem[] {
  return Object.entries(errors).flatMap(([key, entry]: [string, unknown]) => {
    if (typeof entry !== 'object' || entry === null) return []
    const path = prefix ? `${prefix}.${key}` : key
    if (!('message' in entry) || typeof entry.message !== 'string') return flattenErrors(entry, besides, path)
    return 'type' in entry && entry.type === besides ? [] : [{ path, message: entry.message }]
  })
}
