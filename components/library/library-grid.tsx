'use client'
import { useCallback, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { rowVariables, gap, gridClass, type Geometry } from './grid-geometry'
import { indexAfterKey } from './grid-keys'
import { LibraryTile } from './library-tile'
import { pageSize, type LibraryItems } from './use-library-items'
import type { RunSelection } from './use-selection'
import { useTileHandlers } from './use-tile-handlers'
import { useTilesInView, type TileRange } from './use-geometry'

interface LibraryGridProps {
  label: string
  items: LibraryItems
  geometry: Geometry | undefined
  /** Told what is in view. */
  onView(range: TileRange): void
  grid: HTMLDivElement | null
  gridRef(element: HTMLDivElement | null): void
  /** Of the list: another begins at its own first tile. */
  address: string
  selection: RunSelection
  isBusy: boolean
  asOf: number
  onDelete(): void
}

/** What is drawn before the script is the first page. */
const tilesAtFirst = pageSize

/** For a screen reader, and on the button that begins a selection. */
export const gridKeysText =
  'The arrow keys move, Space selects, Shift with arrows selects a range, Ctrl or ⌘ A all, Escape none; Delete deletes what is selected.'

/** Room that is kept free when the focus moves: below, the bar of what is selected. */
const roomAbove = 12
const roomBelow = 84

/**
 * The runs as tiles, of which only those in view are drawn. For a screen reader it is a grid with a row for each run;
 * the arrows move among the tiles as they are seen.
 */
export function LibraryGrid({
  label,
  items,
  geometry,
  onView,
  grid,
  gridRef,
  address,
  selection,
  isBusy,
  asOf,
  onDelete,
}: LibraryGridProps) {
  const { total } = items
  const range = useTilesInView(geometry, total, tilesAtFirst)
  useEffect(() => onView(range), [onView, range])
  const [active, setActive] = useState(0)
  const goesTo = useRef<number>(undefined)
  const [shown, setShown] = useState(address)
  if (shown !== address) {
    setShown(address)
    setActive(0)
  }
  const current = Math.min(active, Math.max(0, total - 1))
  const handlers = useTileHandlers({
    isSelecting: selection.isSelecting,
    toggle: selection.toggle,
    selectTo: (index) => void selection.selectTo(index, current),
    focused: setActive,
  })

  const focusTile = useCallback(
    (index: number) => {
      const link = grid?.querySelector<HTMLElement>(`[data-index="${index}"] a`)
      link?.focus({ preventScroll: true })
      return link !== null && link !== undefined
    },
    [grid],
  )
  // The tile may have to come first.
  useEffect(() => {
    if (goesTo.current !== undefined && focusTile(goesTo.current)) goesTo.current = undefined
  })

  function moveTo(index: number) {
    goesTo.current = index
    setActive(index)
    if (geometry) bringIntoView(geometry, index)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.nativeEvent.isComposing) return
    const rowsInView = Math.max(1, Math.floor(window.innerHeight / (geometry?.rowHeight ?? 300)))
    const place = { columns: geometry?.columns ?? 1, tiles: total, rowsInView }
    const next =
      event.ctrlKey || event.metaKey ? undefined : indexAfterKey(event.key, goesTo.current ?? current, place)
    if (next !== undefined) {
      event.preventDefault()
      moveTo(next)
      if (event.shiftKey) void selection.selectTo(next, current)
    } else if (event.key === ' ') {
      event.preventDefault()
      if (event.shiftKey) void selection.selectTo(current, current)
      else selection.toggle(current)
    } else if (event.key === 'Delete' && selection.ids.size > 0) {
      event.preventDefault()
      onDelete()
    }
  }

  const indexes = Array.from({ length: Math.max(0, range.end - range.first) }, (_, at) => range.first + at)
  // Kept drawn, so that the focus is not lost by scrolling.
  if (geometry && total > 0 && (current < range.first || current >= range.end)) indexes.push(current)

  return (
    <div className="@container">
      <p id="library-keys" className="sr-only">
        {gridKeysText}
      </p>
      <div
        ref={gridRef}
        role="grid"
        aria-label={label}
        aria-describedby="library-keys"
        aria-rowcount={total}
        aria-multiselectable
        aria-busy={isBusy}
        className={gridClass}
        style={rowVariables(total) as CSSProperties}
        onKeyDown={onKeyDown}
      >
        {indexes.map((index) => {
          const item = items.itemAt(index)
          return (
            <LibraryTile
              key={index}
              index={index}
              item={item}
              {...placeOf(geometry, index)}
              isSelected={item !== undefined && selection.ids.has(item.id)}
              isSelecting={selection.isSelecting}
              isActive={index === current}
              handlers={handlers}
              asOf={asOf}
            />
          )
        })}
      </div>
    </div>
  )
}

function placeOf(geometry: Geometry | undefined, index: number) {
  if (!geometry) return { left: undefined, top: 0, width: 0, height: 0 }
  const { columns, tileWidth, tileHeight, rowHeight } = geometry
  return {
    left: (index % columns) * (tileWidth + gap),
    top: Math.floor(index / columns) * rowHeight,
    width: tileWidth,
    height: tileHeight,
  }
}

function bringIntoView({ columns, tileHeight, rowHeight, top }: Geometry, index: number): void {
  const tileTop = top + Math.floor(index / columns) * rowHeight
  const above = tileTop - roomAbove
  const below = tileTop + tileHeight + roomBelow - window.innerHeight
  if (window.scrollY > above) window.scrollTo({ top: above })
  else if (window.scrollY < below) window.scrollTo({ top: below })
}
