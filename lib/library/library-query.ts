import { z } from 'zod'
import { providerIds } from '@/lib/models/providers'

/** In what order runs are listed; among equals the newer (of the ascending orders the older) comes first. */
export const librarySorts = ['newest', 'oldest', 'dearest', 'cheapest'] as const
export type LibrarySort = (typeof librarySorts)[number]

/** What may have become of a run's cells; a run has as many of these as its cells have. */
export const libraryStates = ['working', 'succeeded', 'failed', 'canceled', 'unconfirmed'] as const
export type LibraryState = (typeof libraryStates)[number]

const day = z.iso.date()
const cents = z.coerce.number().min(0).max(1_000_000_000)
const yesOrNo = z.enum(['yes', 'no'])

/** What of a query is wrong is left out: an old or mistyped address still shows a library. */
const querySchema = z.object({
  /** Words that must all be in an instruction, in any case. */
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  model: z.string().min(1).max(200).optional().catch(undefined),
  provider: z.enum(providerIds).optional().catch(undefined),
  state: z.enum(libraryStates).optional().catch(undefined),
  star: yesOrNo.optional().catch(undefined),
  mask: yesOrNo.optional().catch(undefined),
  /** Days in UTC, both included: "2026-11-21". */
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  /** US cents, both included. */
  min: cents.optional().catch(undefined),
  max: cents.optional().catch(undefined),
  /** Id of a collection. */
  collection: z.string().min(1).max(64).optional().catch(undefined),
  /** What is in the trash instead of what is not. */
  trash: z.literal('yes').optional().catch(undefined),
  sort: z.enum(librarySorts).catch('newest'),
})

/** Which runs the library shows, and in what order. The names are those of the address. */
export type LibraryQuery = z.output<typeof querySchema>

export const wholeLibrary: LibraryQuery = { sort: 'newest' }

/** From an address' parameters; of repeated ones the first counts, empty ones are as if not there. */
export function readLibraryQuery(
  parameters: URLSearchParams | Record<string, string | string[] | undefined>,
): LibraryQuery {
  const given = parameters instanceof URLSearchParams ? Object.fromEntries(parameters) : parameters
  const texts = Object.entries(given).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value[0] : value
    return text ? [[name, text] as const] : []
  })
  return Object.fromEntries(
    Object.entries(querySchema.parse(Object.fromEntries(texts))).filter(([, value]) => value !== undefined),
  ) as LibraryQuery
}

/** As an address' parameters, always in the same order; the whole library has none. */
export function writeLibraryQuery(query: LibraryQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const name of Object.keys(querySchema.shape) as (keyof LibraryQuery)[]) {
    const value = query[name]
    if (value !== undefined && !(name === 'sort' && value === 'newest')) parameters.set(name, String(value))
  }
  return parameters
}

/** "/library?q=night" */
export function libraryAddress(query: LibraryQuery): string {
  const parameters = writeLibraryQuery(query).toString()
  return parameters ? `/library?${parameters}` : '/library'
}

/** Whether anything but place and order is chosen, so that an empty answer may be the filters' doing. */
export function hasFilters({
  sort: _sort,
  trash: _trash,
  collection: _collection,
  ...filters
}: LibraryQuery) {
  return Object.values(filters).some((value) => value !== undefined)
}

/** The same place and order without filters. */
export function withoutFilters({ sort, trash, collection }: LibraryQuery): LibraryQuery {
  return { sort, ...(trash && { trash }), ...(collection && { collection }) }
}
