import Link from 'next/link'
import type { LibraryItem } from '@/lib/library/library-item'
import { stateText } from '@/components/library/run-texts'
import { TilePicture } from '@/components/library/tile-picture'

/** Runs as cards, newest first. Pictures are whole; each frame is reserved, so that nothing moves while they load. */
export function Gallery({ runs }: { runs: LibraryItem[] }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 2xl:grid-cols-5">
      {runs.map((run) => (
        <li key={run.id}>
          <GalleryCard run={run} />
        </li>
      ))}
    </ul>
  )
}

function GalleryCard({ run }: { run: LibraryItem }) {
  return (
    <Link
      href={`/runs/${run.id}`}
      prefetch={false}
      className="group relative block overflow-hidden rounded-lg border border-line bg-panel hover:border-line-strong"
    >
      <TilePicture picture={run.picture} />
      <span className="absolute top-1.5 left-1.5 rounded bg-panel/90 px-1.5 py-0.5 text-xs text-text empty:hidden">
        {stateText(run)}
      </span>
      <div className="grid gap-0.5 px-2.5 py-2">
        <p className="truncate text-sm">{run.title || 'No instruction'}</p>
        <p className="truncate text-xs text-muted">
          {run.modelNames.join(', ')}
          {run.sandbox && ' · sandbox'}
        </p>
      </div>
    </Link>
  )
}
