import 'server-only'
import type { Insertable, Kysely } from 'kysely'
import type { LibraryEntry } from '@/lib/library/library-entry'
import { inChunks } from './in-chunks'
import type { Database } from './schema'

/** A picture prepared from a prepared one, and so on: further back nobody looks. */
const mostSteps = 10

/** Stores what the library knows of runs, where it knows nothing newer. Call it in a transaction. */
export async function keepLibraryEntries(
  db: Kysely<Database>,
  entries: readonly LibraryEntry[],
): Promise<void> {
  for (const some of inChunks(entries))
    await db
      .insertInto('library_runs')
      .values(some.map(runRow))
      .onConflict((conflict) =>
        conflict
          .column('run_id')
          .doUpdateSet(({ ref }) => ({
            seen: ref('excluded.seen'),
            cost_cents: ref('excluded.cost_cents'),
            has_mask: ref('excluded.has_mask'),
            has_star: ref('excluded.has_star'),
            states: ref('excluded.states'),
            models: ref('excluded.models'),
            providers: ref('excluded.providers'),
            search_text: ref('excluded.search_text'),
            shown_prediction_id: ref('excluded.shown_prediction_id'),
            summary: ref('excluded.summary'),
          }))
          .whereRef('library_runs.seen', '<=', 'excluded.seen'),
      )
      .execute()
  for (const some of inChunks(await pictureRows(db, entries)))
    await db
      .insertInto('run_pictures')
      .values(some)
      .onConflict((conflict) => conflict.columns(['run_id', 'asset_id', 'role']).doNothing())
      .execute()
}

function runRow(entry: LibraryEntry): Insertable<Database['library_runs']> {
  return {
    run_id: entry.runId,
    created_at: entry.createdAt,
    deleted_at: 0,
    seen: entry.seen,
    cost_cents: entry.costCents,
    has_mask: entry.hasMask ? 1 : 0,
    has_star: entry.starred ? 1 : 0,
    states: between(entry.states),
    models: between(entry.models),
    providers: between(entry.providers),
    search_text: entry.searchText,
    shown_prediction_id: entry.shownPredictionId ?? null,
    summary: JSON.stringify(entry.summary),
  }
}

/** "|flux-dev|flux-2-pro-edit|" */
function between(words: readonly string[]): string {
  return `|${words.join('|')}|`
}

/** The pictures of each run, and all that the given ones were prepared from. */
async function pictureRows(
  db: Kysely<Database>,
  entries: readonly LibraryEntry[],
): Promise<Insertable<Database['run_pictures']>[]> {
  const givenTo = ({ pictures }: LibraryEntry) =>
    pictures.filter(({ role }) => role === 'image' || role === 'mask').map(({ assetId }) => assetId)
  const sources = await sourcesOf(db, entries.flatMap(givenTo))
  return entries.flatMap((entry) => {
    const origins = new Set<string>()
    for (let id of givenTo(entry))
      for (let source = sources.get(id); source && !origins.has(source); source = sources.get((id = source)))
        origins.add(source)
    return [
      ...entry.pictures.map(({ assetId, role, predictionId = null }) => ({
        run_id: entry.runId,
        asset_id: assetId,
        role,
        prediction_id: predictionId,
      })),
      ...[...origins].map((id) => ({
        run_id: entry.runId,
        asset_id: id,
        role: 'origin' as const,
        prediction_id: null,
      })),
    ]
  })
}

/** What each of these pictures was prepared from, and that in turn. */
async function sourcesOf(db: Kysely<Database>, assetIds: readonly string[]): Promise<Map<string, string>> {
  const sources = new Map<string, string>()
  let ids = [...new Set(assetIds)]
  for (let step = 0; step < mostSteps && ids.length > 0; step++) {
    const found: string[] = []
    for (const some of inChunks(ids)) {
      const rows = await db
        .selectFrom('prepared_pictures')
        .select(['asset_id', 'source_id'])
        .where('asset_id', 'in', some)
        .execute()
      for (const { asset_id, source_id } of rows) {
        sources.set(asset_id, source_id)
        found.push(source_id)
      }
    }
    ids = [...new Set(found)].filter((id) => !sources.has(id))
  }
  return sources
}
