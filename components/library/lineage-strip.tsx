import Link from 'next/link'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { LineageNode } from '@/lib/library/lineage'
import { classNames } from '@/components/ui/class-names'

/** Pixels; the lines between the versions are drawn by them. */
const width = 96
const space = 24
const height = 116

/** The versions that were made from one another: the line of this one, and the branches below where they leave it. */
export function LineageStrip({ nodes }: { nodes: readonly LineageNode[] }) {
  if (nodes.length === 0) return null
  const columns = Math.max(...nodes.map(({ version }) => version)) + 1
  const rows = Math.max(...nodes.map(({ row }) => row)) + 1
  return (
    <nav aria-labelledby="versions" className="grid gap-2">
      <h2 id="versions" className="text-base font-semibold">
        Versions
      </h2>
      <div className="-m-1 overflow-x-auto p-1">
        <ol
          className="relative"
          style={{ width: columns * (width + space) - space, height: rows * height - 12 }}
        >
          {nodes.map((node) => (
            <li
              key={node.run?.id ?? 'first'}
              className="absolute"
              style={{ left: node.version * (width + space), top: node.row * height, width }}
            >
              {node.version > 0 && <Connection node={node} />}
              <Version node={node} />
            </li>
          ))}
        </ol>
      </div>
    </nav>
  )
}

/** From the version it was made from: straight, or down to a line of its own. */
function Connection({ node: { row, parentRow } }: { node: LineageNode }) {
  const middle = 36
  const drop = (row - parentRow) * height
  return (
    <span
      aria-hidden
      className={classNames(
        'absolute border-line-strong',
        drop > 0 ? 'rounded-bl border-b border-l' : 'border-b',
      )}
      style={
        drop > 0
          ? { left: -space / 2, width: space / 2, top: middle - drop, height: drop }
          : { left: -space, width: space, top: middle }
      }
    />
  )
}

function Version({ node: { version, isCurrent, assetId, run } }: { node: LineageNode }) {
  const label = run ? (run.title ?? 'Run without an instruction') : 'The first picture'
  const shown = (
    <>
      <span className="block overflow-hidden rounded-md border border-line bg-canvas group-hover:border-line-strong group-aria-[current]:border-accent group-aria-[current]:outline-1 group-aria-[current]:outline-accent">
        {assetId === undefined ? (
          <span className="block h-[70px]" />
        ) : (
          <img
            src={variantUrl(assetId, 160)}
            srcSet={`${variantUrl(assetId, 160)} 1x, ${variantUrl(assetId, 320)} 2x`}
            alt=""
            width={94}
            height={70}
            loading="lazy"
            className={classNames('h-[70px] w-full object-contain', run?.deletedAt && 'opacity-40')}
          />
        )}
      </span>
      <span className="block truncate text-xs text-muted group-aria-[current]:text-text">
        <span className="font-medium text-text">v{version}</span> {label}
        {run?.deletedAt && <span className="sr-only">, in the trash</span>}
      </span>
      <span className="block truncate text-xs text-muted">{note(isCurrent, run?.deletedAt, run)}</span>
    </>
  )
  if (!run) return <div title={label}>{shown}</div>
  return (
    <Link
      href={`/runs/${run.id}`}
      prefetch={false}
      title={label}
      aria-current={isCurrent ? 'page' : undefined}
      className="group block rounded-md"
    >
      {shown}
    </Link>
  )
}

function note(
  isCurrent: boolean,
  deletedAt: number | null | undefined,
  run: LineageNode['run'],
): string | undefined {
  if (isCurrent) return 'this run'
  if (deletedAt) return 'in the trash'
  return run?.modelNames.join(', ')
}
