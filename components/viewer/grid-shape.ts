/** Below this, in CSS pixels, a picture tells too little: the grid scrolls instead. */
const leastPaneWidth = 160
/** Between two panes, in CSS pixels. */
export const gridGap = 6

export interface GridShape {
  columns: number
  /** CSS pixels, whole, so that all panes are equally large. */
  paneWidth: number
  paneHeight: number
  /** There are more rows than fit. */
  scrolls: boolean
}

/**
 * The number of columns that makes panes of this aspect (width by height) as large as the area allows; where they would
 * become too small, as many columns as have room, and the grid scrolls.
 */
export function gridShape(count: number, aspect: number, area: { width: number; height: number }): GridShape {
  let best: GridShape | undefined
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns)
    const room = {
      width: (area.width - (columns - 1) * gridGap) / columns,
      height: (area.height - (rows - 1) * gridGap) / rows,
    }
    const paneWidth = Math.floor(Math.min(room.width, room.height * aspect))
    if (paneWidth > (best?.paneWidth ?? 0)) best = paneOf(columns, paneWidth, aspect, false)
  }
  const fewest = Math.floor((area.width + gridGap) / (leastPaneWidth + gridGap))
  const columns = Math.min(count, Math.max(area.width < leastPaneWidth * 2 ? 1 : 2, fewest))
  if (best && (best.paneWidth >= leastPaneWidth || best.columns === count)) return best
  const paneWidth = Math.max(1, Math.floor((area.width - (columns - 1) * gridGap) / columns))
  return paneOf(columns, paneWidth, aspect, true)
}

function paneOf(columns: number, paneWidth: number, aspect: number, scrolls: boolean): GridShape {
  return { columns, paneWidth, paneHeight: Math.max(1, Math.round(paneWidth / aspect)), scrolls }
}
