import Link from 'next/link'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { RunSummary } from '@/lib/predictions/summary'

/** Runs as cards, newest first. Pictures are whole; each frame is reserved, so that nothing moves while they load. */
export function Gallery({ runs }: { runs: RunSummary[] }) {
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

function GalleryCard({ run }: { run: RunSummary }) {
  return (
    <Link
      href={`/runs/${run.id}`}
      prefetch={false}
      className="group block overflow-hidden rounded-lg border border-line bg-panel hover:border-line-strong"
    >
      <div className="relative aspect-[4/3] bg-canvas">
        {run.picture && (
          <img
            src={variantUrl(run.picture.assetId, 320)}
            srcSet={`${variantUrl(run.picture.assetId, 320)} 1x, ${variantUrl(run.picture.assetId, 640)} 2x`}
            alt=""
            loading="lazy"
            className={`absolute inset-0 size-full object-contain ${run.picture.isOutput ? '' : 'opacity-40'}`}
          />
        )}
        <span className="absolute top-1.5 left-1.5 rounded bg-panel/90 px-1.5 py-0.5 text-xs text-text empty:hidden">
          {stateText(run)}
        </span>
      </div>
      <div className="grid gap-0.5 px-2.5 py-2">
        <p className="truncate text-sm">{run.prompt ?? 'No instruction'}</p>
        <p className="truncate text-xs text-muted">
          {run.modelNames.join(', ')}
          {run.sandbox && ' · sandbox'}
        </p>
      </div>
    </Link>
  )
}

function stateText({ succeeded, active, failed, total }: RunSummary): string | null {
  if (active > 0) return total > 1 ? `${succeeded} of ${total} done` : 'Working'
  if (failed === total) return 'No result'
  if (total > 1) return `${succeeded} results`
  return null
}
