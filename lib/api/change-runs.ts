import 'server-only'
import { z } from 'zod'
import type { Diptych } from '@/lib/compose'
import { notFound } from './api-error'

/** Ids of runs, as many as one may select. */
export const runIdsSchema = z
  .array(z.string().min(1).max(64))
  .min(1, 'Name at least one run.')
  .max(50_000, 'At most 50,000 runs in one request.')

/** What can be done to many runs at once. */
export const changeRunsSchema = z.strictObject({
  ids: runIdsSchema,
  /** Stars the shown result of each run that has no star, or takes all its stars away. */
  star: z.boolean().optional(),
  /** Into the trash or out of it. */
  trash: z.boolean().optional(),
  /** Ids of collections to put them into and take them out of: both is moving. */
  addTo: z.string().optional(),
  takeFrom: z.string().optional(),
})
export type ChangeRuns = z.output<typeof changeRunsSchema>

/**
 * @returns how many runs (of stars: results) were changed; those that were so already are not counted
 * @throws ApiError if there is no such collection
 */
export async function changeRuns(
  { runLibrary }: Pick<Diptych, 'runLibrary'>,
  { ids, star, trash, addTo, takeFrom }: ChangeRuns,
): Promise<number> {
  const now = Date.now()
  let changed = 0
  if (addTo !== undefined) {
    if (!(await runLibrary.collect(addTo, ids, now))) throw notFound('collection')
    changed = ids.length
  }
  if (takeFrom !== undefined && takeFrom !== addTo) {
    await runLibrary.uncollect(takeFrom, ids)
    changed = ids.length
  }
  if (star !== undefined) changed = (await runLibrary.star(ids, star, now)).length
  if (trash !== undefined) changed = await runLibrary.setTrashed(ids, trash ? now : null)
  return changed
}
