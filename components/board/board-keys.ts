import type { Direction } from './nearest-cell'

/** What a key does while the focus is on a cell. The help lists the same table. */
export const boardKeys = [
  { keys: ['x'], shown: 'X', does: 'Choose the cell for comparing', action: 'choose' },
  { keys: ['s', '*'], shown: 'S or *', does: 'Star', action: 'star' },
  { keys: ['r'], shown: 'R', does: 'Reject', action: 'reject' },
] as const

export const otherBoardKeys = [
  { shown: 'Arrows', does: 'Go from cell to cell; Home and End to the first and last' },
  { shown: 'Enter', does: 'Open the viewer at the cell' },
  { shown: 'Tab', does: 'Go through the buttons of the cell' },
  { shown: 'Esc, Back', does: 'Leave the viewer' },
]

export type BoardKeyAction = (typeof boardKeys)[number]['action']

export function boardActionOf(key: string): BoardKeyAction | undefined {
  return boardKeys.find(({ keys }) => (keys as readonly string[]).includes(key.toLowerCase()))?.action
}

export const arrowDirections: Record<string, Direction | undefined> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
