/** Where the focus goes in a grid by a key; undefined for other keys. */
export function indexAfterKey(
  key: string,
  index: number,
  { columns, tiles, rowsInView }: { columns: number; tiles: number; rowsInView: number },
): number | undefined {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * rowsInView,
    PageDown: columns * rowsInView,
    Home: -index,
    End: tiles - 1 - index,
  }
  const step = steps[key]
  if (step === undefined || tiles === 0) return undefined
  const next = index + step
  if (next >= 0 && next < tiles) return next
  // A step out of the grid stays; a longer one ends in the first or last tile, down also from above a short last row.
  if (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp') return index
  if (key === 'ArrowDown' && Math.floor(index / columns) === Math.floor((tiles - 1) / columns)) return index
  return next < 0 ? 0 : tiles - 1
}
