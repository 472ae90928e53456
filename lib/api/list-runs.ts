import 'server-only'
import { z } from 'zod'
import type { Diptych } from '@/lib/compose'
import { readLibraryCursor, writeLibraryCursor } from '@/lib/library/library-cursor'
import type { LibraryPage } from '@/lib/library/library-item'
import type { LibraryQuery } from '@/lib/library/library-query'
import type { LibraryRange } from '@/lib/library/library-store'

/** How many runs the library asks for at once. */
export const libraryPageSize = 60

/** Beside a query's own parameters. */
export const libraryRangeSchema = z.object({
  limit: z.coerce
    .number('limit must be a number.')
    .int()
    .min(1, 'At least one run in one request.')
    .max(200, 'At most 200 runs in one request.')
    .default(libraryPageSize),
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .transform((text, context) => {
      const cursor = readLibraryCursor(text)
      if (cursor) return cursor
      context.addIssue({ code: 'custom', message: 'Give as cursor what an answer had as nextCursor.' })
      return z.NEVER
    })
    .optional(),
  offset: z.coerce.number('offset must be a number.').int().min(0).max(10_000_000).optional(),
  /** From the first answer: runs made later are left out. */
  asOf: z.coerce.number('asOf must be a time in milliseconds.').int().min(0).optional(),
})

export type LibraryPlace = Partial<z.output<typeof libraryRangeSchema>>

/** One page of what a query finds. */
export async function listRuns(
  { runLibrary }: Pick<Diptych, 'runLibrary'>,
  query: LibraryQuery,
  { limit = libraryPageSize, cursor, offset, asOf = Date.now() }: LibraryPlace = {},
): Promise<LibraryPage> {
  const range: LibraryRange = { limit: limit + 1, after: cursor, offset, asOf }
  const [found, total, newer] = await Promise.all([
    runLibrary.list(query, range),
    runLibrary.count(query, { asOf }),
    runLibrary.count(query, { madeAfter: asOf }),
  ])
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: found.length > limit && last ? writeLibraryCursor(last) : null,
    total,
    newer,
    asOf,
  }
}
