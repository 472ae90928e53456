'use client'
import { Check, Star, SquareDashed } from 'lucide-react'
import Link from 'next/link'
import { memo } from 'react'
import type { LibraryItem } from '@/lib/library/library-item'
import { classNames } from '@/components/ui/class-names'
import { trashDays } from '@/lib/library/trash-days'
import { daysLeft, stateText, timeText } from './run-texts'
import { TilePicture } from './tile-picture'
import type { TileHandlers } from './use-tile-handlers'

interface LibraryTileProps {
  index: number
  /** Undefined until it has come. */
  item: LibraryItem | undefined
  /** Where it lies, in pixels; undefined while the grid itself places it. Numbers, so that one that stays is not drawn anew. */
  left: number | undefined
  top: number
  width: number
  height: number
  isSelected: boolean
  isSelecting: boolean
  /** Whether Tab stops here: at one tile of all. */
  isActive: boolean
  handlers: TileHandlers
  /** The server's clock when the list was begun, epoch milliseconds. */
  asOf: number
}

/** One run: a row of the grid for a screen reader, with a link to it and a mark by which it is selected. */
export const LibraryTile = memo(function LibraryTile(props: LibraryTileProps) {
  const { index, item, left, top, width, height, isSelected, isSelecting, isActive, handlers, asOf } = props
  const name = item?.title || 'Run without an instruction'
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      data-index={index}
      style={left === undefined ? undefined : { position: 'absolute', left, top, width, height }}
      className={classNames(
        'group/tile relative h-fit [contain:layout_style] rounded-lg border bg-panel',
        isSelected
          ? 'border-accent outline-2 -outline-offset-1 outline-accent'
          : 'border-line hover:border-line-strong',
      )}
    >
      <div role="gridcell">
        {item ? (
          <Link
            href={`/runs/${item.id}`}
            prefetch={false}
            tabIndex={isActive ? 0 : -1}
            className="block overflow-hidden rounded-lg select-none [-webkit-touch-callout:none]"
            {...handlers.link}
          >
            <TilePicture picture={item.picture} />
            <TileCaption item={item} name={name} asOf={asOf} />
          </Link>
        ) : (
          <div>
            <TilePicture picture={undefined} />
            <p className="h-[54px] px-2.5 py-2 text-xs text-muted">…</p>
          </div>
        )}
      </div>
      <div role="gridcell" className="absolute top-0 right-0">
        {item && (
          <button
            type="button"
            role="checkbox"
            aria-checked={isSelected}
            aria-label={`Select “${name.slice(0, 80)}”`}
            tabIndex={-1}
            className={classNames(
              'grid size-9 place-items-center pointer-coarse:size-11',
              !isSelected &&
                !isSelecting &&
                'opacity-0 group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 pointer-coarse:hidden',
            )}
            {...handlers.mark}
          >
            <span
              className={classNames(
                'grid size-6 place-items-center rounded-full border',
                isSelected ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-panel',
              )}
            >
              {isSelected && <Check aria-hidden className="size-4" />}
            </span>
          </button>
        )}
      </div>
    </div>
  )
})

function TileCaption({ item, name, asOf }: { item: LibraryItem; name: string; asOf: number }) {
  const days = item.deletedAt === null ? undefined : daysLeft(item.deletedAt, asOf, trashDays)
  const state = days === undefined ? stateText(item) : days === 1 ? '1 day left' : `${days} days left`
  return (
    <span className="block h-[54px] px-2.5 py-2">
      <span className="block truncate text-sm">{name}</span>
      <span className="block truncate text-xs text-muted">
        {item.modelNames.join(', ')}
        {item.sandbox && ' · sandbox'}
      </span>
      {/* Drawn over the picture, and read after the name. */}
      <span className="absolute top-1.5 left-1.5 flex max-w-[calc(100%-3rem)] items-center gap-1 text-xs">
        {state && <span className="truncate rounded bg-panel/90 px-1.5 py-0.5 text-text">{state}</span>}
        {item.starred && (
          <span className="rounded bg-panel/90 p-1 text-warning">
            <Star aria-hidden className="size-3 fill-current" />
            <span className="sr-only">starred</span>
          </span>
        )}
        {item.hasMask && (
          <span className="rounded bg-panel/90 p-1 text-muted">
            <SquareDashed aria-hidden className="size-3" />
            <span className="sr-only">with a mask</span>
          </span>
        )}
      </span>
      <span className="sr-only">, {timeText(item.createdAt)}</span>
    </span>
  )
}
