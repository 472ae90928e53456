import 'server-only'
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'
import type { LibraryCursor } from '@/lib/library/library-cursor'
import { searchable } from '@/lib/library/library-entry'
import type { LibraryQuery, LibrarySort } from '@/lib/library/library-query'
import type { Database } from './schema'

type Found<O> = SelectQueryBuilder<Database, 'library_runs', O>

const dayMs = 24 * 60 * 60 * 1000

/** The rows a query finds, in no order yet. */
export function findRuns(db: Kysely<Database>, query: LibraryQuery): Found<object> {
  const { q, model, provider, state, star, mask, from, to, min, max, collection, trash } = query
  let found: Found<object> = db
    .selectFrom('library_runs')
    .where('library_runs.deleted_at', trash ? '>' : '=', 0)
  for (const word of q ? searchable(q).split(/\s+/) : []) found = found.where(contains('search_text', word))
  if (model) found = found.where(contains('models', `|${model}|`))
  if (provider) found = found.where(contains('providers', `|${provider}|`))
  if (state) found = found.where(contains('states', `|${state}|`))
  if (star) found = found.where('has_star', '=', star === 'yes' ? 1 : 0)
  if (mask) found = found.where('has_mask', '=', mask === 'yes' ? 1 : 0)
  if (from) found = found.where('library_runs.created_at', '>=', Date.parse(from))
  if (to) found = found.where('library_runs.created_at', '<', Date.parse(to) + dayMs)
  if (min !== undefined) found = found.where('cost_cents', '>=', min)
  if (max !== undefined) found = found.where('cost_cents', '<=', max)
  if (collection)
    found = found.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('collection_runs')
          .select('collection_runs.run_id')
          .where('collection_id', '=', collection)
          .whereRef('collection_runs.run_id', '=', 'library_runs.run_id'),
      ),
    )
  return found
}

/** Plain `like`: at ten thousand runs it takes a few milliseconds, and finds parts of words in every language. */
function contains(column: 'search_text' | 'models' | 'providers' | 'states', word: string) {
  const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`
}

/** By what each order sorts; all of an order go the same way, so that one index serves it forwards or backwards. */
const orders: Record<LibrarySort, { byCost: boolean; direction: 'asc' | 'desc' }> = {
  newest: { byCost: false, direction: 'desc' },
  oldest: { byCost: false, direction: 'asc' },
  dearest: { byCost: true, direction: 'desc' },
  cheapest: { byCost: true, direction: 'asc' },
}

export function inOrder<O>(found: Found<O>, sort: LibrarySort): Found<O> {
  const { byCost, direction } = orders[sort]
  const sorted = byCost ? found.orderBy('cost_cents', direction) : found
  return sorted.orderBy('library_runs.created_at', direction).orderBy('library_runs.run_id', direction)
}

/** Only what comes after this one in the order. */
export function after<O>(
  found: Found<O>,
  sort: LibrarySort,
  { costCents, createdAt, id }: LibraryCursor,
): Found<O> {
  const { byCost, direction } = orders[sort]
  const compare = sql.raw(direction === 'asc' ? '>' : '<')
  return found.where(
    byCost
      ? sql<boolean>`(cost_cents, library_runs.created_at, library_runs.run_id) ${compare} (${costCents}, ${createdAt}, ${id})`
      : sql<boolean>`(library_runs.created_at, library_runs.run_id) ${compare} (${createdAt}, ${id})`,
  )
}
