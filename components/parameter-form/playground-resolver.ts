import { get, set, type FieldErrors, type Resolver } from 'react-hook-form'
import type { Model } from '@/lib/models/model'
import type { PictureFacts } from '@/lib/models/pre-flight'
import { findModel } from '@/lib/models/registry'
import { joinValues } from '@/lib/models/run-input'
import { maskProblem, problemsOf, type ErrorType, type FieldProblem } from './field-problems'
import { compactValues, type PlaygroundValues } from './playground-values'

export interface ResolverContext {
  pictures: ReadonlyMap<string, PictureFacts>
}

/** Checks the form with the same schema as the server. Zod is loaded at the first check, not with the page. */
export const playgroundResolver: Resolver<PlaygroundValues, ResolverContext> = async (values, context) => {
  const model = findModel(values.choice.modelId)
  if (!model) return { values, errors: {} }
  const problems = await findProblems(model, values, context?.pictures ?? new Map())
  return problems.length === 0 ? { values, errors: {} } : { values: {}, errors: errorTree(problems) }
}

async function findProblems(
  model: Model,
  values: PlaygroundValues,
  pictures: ReadonlyMap<string, PictureFacts>,
): Promise<FieldProblem[]> {
  const { input, choice } = compactValues(values)
  const mask = maskProblem(model, input, pictures)
  const others = mask ? [mask] : []
  // Without a server there is no schema to fetch, and nobody to run it either: whoever tries is told that.
  const schema = await import('@/lib/models/schema').catch(() => undefined)
  const result = schema?.schemaFor(model).safeParse(joinValues(model, input, choice.values))
  return result?.error ? [...problemsOf(model, result.error.issues), ...others] : others
}

/** The first problem of each path, in the tree shape of react-hook-form. */
export function errorTree(problems: readonly FieldProblem[]): FieldErrors<PlaygroundValues> {
  const errors: FieldErrors<PlaygroundValues> = {}
  for (const { path, message } of problems)
    if (!get(errors, path)) set(errors, path, { type: 'table' satisfies ErrorType, message })
  return errors
}
