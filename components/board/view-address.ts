/** What the viewer over a board shows, as the address says it. */
export interface BoardView {
  /** The cell that is shown first. */
  position: number
  /** Positions of the cells that are compared; absent for all. */
  among?: number[]
  /** Begins with all in a grid instead of one against its input. */
  isGrid?: boolean
}

/** Reads "#view=3" and "#view=3&of=0,3,5", counted from 1; undefined for any other hash, or a cell that is not there. */
export function readBoardView(hash: string, cellCount: number): BoardView | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const isCell = (position: number) => Number.isInteger(position) && position >= 0 && position < cellCount
  const position = Number(parameters.get('view') ?? NaN) - 1
  if (!isCell(position)) return undefined
  const among = [
    ...new Set(
      parameters
        .get('of')
        ?.split(',')
        .map((part) => Number(part) - 1),
    ),
  ].filter(isCell)
  return {
    position,
    ...(among.length > 1 && among.includes(position) && { among }),
    ...(parameters.get('as') === 'grid' && { isGrid: true }),
  }
}

export function writeBoardView({ position, among, isGrid }: BoardView): string {
  const of = among ? `&of=${among.map((one) => one + 1).join(',')}` : ''
  return `#view=${position + 1}${of}${isGrid ? '&as=grid' : ''}`
}
