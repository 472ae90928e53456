/** What a key does while the focus is in the viewer. The help lists the same table. */
export const viewerKeys = [
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1 – 9',
    does: 'Only that picture; again: all',
    action: 'solo-number',
  },
  { keys: ['0'], shown: '0', does: 'All pictures', action: 'all' },
  { keys: ['enter'], shown: 'Enter', does: 'Only the chosen picture; again: all', action: 'solo' },
  {
    keys: [' '],
    shown: 'Space',
    does: 'The other picture in its place, and back; in Blink the next one',
    action: 'blink-once',
  },
  { keys: ['arrowleft'], shown: '←', does: 'The picture before', action: 'previous' },
  { keys: ['arrowright'], shown: '→', does: 'The next picture', action: 'next' },
  { keys: ['arrowup'], shown: '↑', does: 'In the grid, the picture above', action: 'up' },
  { keys: ['arrowdown'], shown: '↓', does: 'In the grid, the picture below', action: 'down' },
  { keys: ['s'], shown: 'S', does: 'Swap before and after', action: 'swap' },
  { keys: ['d'], shown: 'D', does: 'Slider (divider)', action: 'slider' },
  { keys: ['g'], shown: 'G', does: 'Grid', action: 'grid' },
  { keys: ['b'], shown: 'B', does: 'Blink', action: 'blink' },
  { keys: ['+', '='], shown: '+', does: 'Zoom in', action: 'zoom-in' },
  { keys: ['-', '_', '−'], shown: '−', does: 'Zoom out', action: 'zoom-out' },
  { keys: ['z'], shown: 'Z', does: 'Actual pixels, and back to the whole picture', action: 'zoom-toggle' },
  { keys: ['l'], shown: 'L', does: 'Loupe', action: 'loupe' },
  { keys: ['c'], shown: 'C', does: 'Crosshair', action: 'crosshair' },
  { keys: ['a'], shown: 'A', does: 'Align with the input', action: 'align' },
  { keys: ['h'], shown: 'H', does: 'Heat map of what changed', action: 'heat-map' },
  { keys: ['t'], shown: 'T', does: 'Table of parameters', action: 'facts' },
  { keys: ['f'], shown: 'F', does: 'Full screen', action: 'fullscreen' },
  { keys: ['escape'], shown: 'Esc', does: 'All pictures; then leave', action: 'leave' },
] as const

export type ViewerAction = (typeof viewerKeys)[number]['action']

/** With Shift, arrow keys move a zoomed picture; the direction is that in which the picture goes. */
const panKeys: Record<string, { x: number; y: number } | undefined> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

export function actionOf(key: string): ViewerAction | undefined {
  return viewerKeys.find(({ keys }) => (keys as readonly string[]).includes(key.toLowerCase()))?.action
}

export function panOf({ key, shiftKey }: { key: string; shiftKey: boolean }) {
  return shiftKey ? panKeys[key] : undefined
}

/** What a control in the focus takes for itself, as the browser has it. */
export type TakesKeys = 'everything' | 'arrows-and-space' | 'space' | 'nothing'

/** Whether a key is left to the control it was pressed on: digits never go where something is typed. */
export function isLeftToControl(key: string, takes: TakesKeys): boolean {
  const presses = key === ' ' || key === 'Enter'
  switch (takes) {
    case 'everything':
      return true
    case 'arrows-and-space':
      return presses || key.startsWith('Arrow')
    case 'space':
      return presses
    case 'nothing':
      return false
  }
}

export function takesKeys(target: Element): TakesKeys {
  if (target.closest('select, textarea, [contenteditable], [popover]')) return 'everything'
  const input = target.closest('input')
  if (input) {
    if (input.type === 'checkbox') return 'space'
    return ['radio', 'range'].includes(input.type) ? 'arrows-and-space' : 'everything'
  }
  if (target.closest('[role=slider]')) return 'arrows-and-space'
  return target.closest('button, a, summary') ? 'space' : 'nothing'
}
