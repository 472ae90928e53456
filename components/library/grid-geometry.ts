/** Pixels. */
export const gap = 12
/** What stands below each picture, and the tile's border. */
const captionHeight = 54
const border = 2
const mostColumns = 6

/**
 * The classes of the grid: how many columns it has at which width, and its whole height, so that both are known before
 * any script and however little of it is drawn. `Geometry` works out the same.
 */
export const gridClass =
  'relative grid gap-3 [overflow-anchor:none] ' +
  '[--columns:2] [--rows:var(--rows-2)] ' +
  'sm:[--columns:3] sm:[--rows:var(--rows-3)] ' +
  'lg:[--columns:4] lg:[--rows:var(--rows-4)] ' +
  'xl:[--columns:5] xl:[--rows:var(--rows-5)] ' +
  '2xl:[--columns:6] 2xl:[--rows:var(--rows-6)] ' +
  'grid-cols-[repeat(var(--columns),minmax(0,1fr))] content-start ' +
  'h-[calc(var(--rows)*(((100cqw-(var(--columns)-1)*12px)/var(--columns)-2px)*0.75+54px+2px+12px)-12px)]'

/** How wide a tile is, for the browser's choice of a thumbnail; by the columns above. */
export const tileSizes = [
  ['(min-width: 96rem)', 16.2],
  ['(min-width: 80rem)', 19.2],
  ['(min-width: 64rem)', 24],
  ['(min-width: 40rem)', 32],
  ['', 47],
] as const

/** For each number of columns, how many rows so many tiles take. */
export function rowVariables(tiles: number): Record<`--rows-${number}`, number> {
  const entries = Array.from({ length: mostColumns - 1 }, (_, index) => {
    const columns = index + 2
    return [`--rows-${columns}`, Math.ceil(tiles / columns)]
  })
  return Object.fromEntries(entries) as Record<`--rows-${number}`, number>
}

/** Where tiles lie in a grid of this width. Pixels. */
export interface Geometry {
  columns: number
  tileWidth: number
  tileHeight: number
  /** From one row to the next. */
  rowHeight: number
  /** Of the grid in the document. */
  top: number
}

export function geometryOf(width: number, columns: number, top: number): Geometry {
  const tileWidth = (width - (columns - 1) * gap) / columns
  const tileHeight = (tileWidth - border) * 0.75 + captionHeight + border
  return { columns, tileWidth, tileHeight, rowHeight: tileHeight + gap, top }
}

/** The tiles from the first to before the last that a window shows, with some rows on either side. */
export function tilesWithin(
  { columns, rowHeight, top }: Geometry,
  view: { top: number; height: number },
  tiles: number,
  moreRows = 3,
): { first: number; end: number } {
  const rows = Math.ceil(tiles / columns)
  const firstRow = Math.floor((view.top - top) / rowHeight) - moreRows
  const endRow = Math.ceil((view.top + view.height - top) / rowHeight) + moreRows
  const first = Math.min(Math.max(0, firstRow), Math.max(0, rows - 1))
  return { first: first * columns, end: Math.min(tiles, Math.max(first + 1, endRow) * columns) }
}
