'use client'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { LibraryItem, LibraryPage } from '@/lib/library/library-item'
import { libraryAddress, type LibraryQuery } from '@/lib/library/library-query'
import { fetchPage } from './library-requests'
import type { TileRange } from './use-geometry'

/** How many runs come at once; the server's own number. */
export const pageSize = 60
const freshMs = 5000
/** A run in view that is still at work is looked at again after. */
const workingMs = 2000

export interface LibraryItems {
  /** Undefined where it has not come yet. */
  itemAt(index: number): LibraryItem | undefined
  total: number
  /** Runs made since the list was begun. */
  newer: number
  /** What went wrong with loading, as a sentence. */
  failure: string | undefined
  retry(): void
  /** After something was changed: what is seen is asked for again, what is not seen is forgotten. */
  refresh(): Promise<void>
}

/** The runs of a query, loaded a page at a time wherever one looks. */
export function useLibraryItems(query: LibraryQuery, firstPage: LibraryPage, range: TileRange): LibraryItems {
  const client = useQueryClient()
  const { asOf } = firstPage
  const base = ['library', libraryAddress(query), asOf] as const
  const changedAt = useRef(0)
  const counted = client.getQueryData<LibraryPage>([...base, 0])?.total ?? firstPage.total
  const pages = pagesOf(range, counted)

  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...base, page],
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const prior = client.getQueryState<LibraryPage>([...base, page - 1])
        const isCurrent = prior && prior.dataUpdatedAt > changedAt.current
        // After the page before where that is known; otherwise, as when the scrollbar is dragged, by position.
        const cursor = (isCurrent && prior.data?.nextCursor) || undefined
        return fetchPage(query, { cursor, offset: page * pageSize, asOf }, signal)
      },
      ...(page === 0 && { initialData: firstPage, initialDataUpdatedAt: asOf }),
      staleTime: freshMs,
      retry: 1,
      structuralSharing: false,
      refetchInterval: ({ state }: { state: { data?: LibraryPage } }) =>
        state.data?.items.some(({ active }) => active > 0) ? workingMs : false,
    })),
  })

  const newest = results.reduce<(typeof results)[number] | undefined>(
    (best, one) => (one.data && one.dataUpdatedAt > (best?.dataUpdatedAt ?? -1) ? one : best),
    undefined,
  )
  const failed = results.filter(({ isError, data }) => isError && !data)
  const known = newest?.data ?? firstPage
  return {
    itemAt: (index) =>
      client.getQueryData<LibraryPage>([...base, Math.floor(index / pageSize)])?.items[index % pageSize] ??
      (index < pageSize ? firstPage.items[index] : undefined),
    total: known.total,
    newer: known.newer,
    failure: failed[0]?.error?.message,
    retry: () => {
      for (const one of failed) void one.refetch()
    },
    async refresh() {
      changedAt.current = Date.now()
      client.removeQueries({ queryKey: ['library'], type: 'inactive' })
      await client.invalidateQueries({ queryKey: ['library'] })
    },
  }
}

/** The pages of what is in view and, once something is, what comes next to it on either side. */
function pagesOf({ first, end }: TileRange, total: number): number[] {
  const ahead = end > 0 ? pageSize : 0
  const from = Math.max(0, Math.floor((first - ahead / 2) / pageSize))
  const to = Math.floor(Math.max(0, Math.min(end + ahead, total) - 1) / pageSize)
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index)
}
