import type { Resolver } from 'react-hook-form'
import type { Model } from '@/lib/models/model'
import type { PictureFacts } from '@/lib/models/pre-flight'
import { placeIssues } from './field-problems'
import { errorTree } from './form-errors'
import { issuesOf } from './plan-issues'
import { planOf } from './plan-of-values'
import type { PlaygroundValues } from './playground-values'

export interface ResolverContext {
  pictures: ReadonlyMap<string, PictureFacts>
}

type Schema = ReturnType<(typeof import('@/lib/models/schema'))['schemaFor']>
/** A run has a few models and many cells. */
const schemas = new WeakMap<Model, Schema>()

/** Checks every cell with the same schema as the server. Zod is loaded at the first check, not with the page. */
export const playgroundResolver: Resolver<PlaygroundValues, ResolverContext> = async (values, context) => {
  // Without a server there is no schema to fetch, and nobody to run it either: whoever tries is told that.
  const loaded = await import('@/lib/models/schema').catch(() => undefined)
  const parse = loaded
    ? (model: Model, given: unknown) => {
        const schema = schemas.get(model) ?? loaded.schemaFor(model)
        schemas.set(model, schema)
        return schema.safeParse(given).error?.issues ?? []
      }
    : undefined
  const issues = issuesOf(planOf(values), context?.pictures ?? new Map(), parse)
  const problems = placeIssues(values, issues)
  return problems.length === 0 ? { values, errors: {} } : { values: {}, errors: errorTree(problems) }
}
