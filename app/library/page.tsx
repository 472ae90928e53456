import type { Metadata } from 'next'
import Link from 'next/link'
import { Gallery } from '@/components/gallery/gallery'
import { buttonClass } from '@/components/ui/button'
import { diptych } from '@/lib/diptych'
import { readCursor, writeCursor } from '@/lib/predictions/cursor'
import { summarizeRun } from '@/lib/predictions/summary'

export const metadata: Metadata = { title: 'Library' }

const pageSize = 40

/** All runs, newest first, a page at a time. */
export default async function LibraryPage({ searchParams }: PageProps<'/library'>) {
  const { before } = await searchParams
  const cursor = readCursor(typeof before === 'string' ? before : undefined)
  const { store } = await diptych()
  const runs = await store.listRuns(pageSize + 1, cursor)
  const shown = runs.slice(0, pageSize)
  const last = shown.at(-1)?.run
  return (
    <div className="mx-auto grid max-w-[1600px] gap-4 p-4">
      <h1 className="text-lg font-semibold">Library</h1>
      {shown.length === 0 ? (
        <p className="text-muted">
          {cursor ? 'Nothing older than this.' : 'Nothing here yet. Every run is kept and appears here.'}{' '}
          <Link href="/" className="text-accent-text underline">
            Go to the playground
          </Link>
        </p>
      ) : (
        <Gallery runs={shown.map(summarizeRun)} />
      )}
      <nav aria-label="Pages" className="flex gap-2">
        {cursor && (
          <Link href="/library" className={buttonClass()}>
            Newest
          </Link>
        )}
        {runs.length > pageSize && last && (
          <Link href={`/library?before=${writeCursor(last)}`} className={buttonClass()}>
            Older
          </Link>
        )}
      </nav>
    </div>
  )
}
