import Link from 'next/link'
import { hasFilters, libraryAddress, withoutFilters, type LibraryQuery } from '@/lib/library/library-query'
import { trashDays } from '@/lib/library/trash-days'
import { filterTexts } from './filter-texts'

/** Why nothing is here, and where to go. */
export function EmptyLibrary({ query }: { query: LibraryQuery }) {
  const link = 'text-accent-text underline'
  if (hasFilters(query))
    return (
      <p className="py-8 text-muted">
        No run matches{' '}
        {filterTexts(query)
          .map(({ text }) => text)
          .join(', ')}
        .{' '}
        <Link href={libraryAddress(withoutFilters(query))} className={link}>
          Clear filters
        </Link>
      </p>
    )
  if (query.trash)
    return (
      <p className="py-8 text-muted">
        The trash is empty. What you delete stays here for {trashDays} days and can be restored.
      </p>
    )
  if (query.collection)
    return (
      <p className="py-8 text-muted">
        Nothing is in this collection yet.{' '}
        <Link href="/library" className={link}>
          Select runs in the library
        </Link>{' '}
        and press Collect.
      </p>
    )
  return (
    <p className="py-8 text-muted">
      Nothing here yet. Every run is kept and appears here.{' '}
      <Link href="/" className={link}>
        Go to the playground
      </Link>
    </p>
  )
}
