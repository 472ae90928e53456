/** What a key does while the focus is in the viewer. The help lists the same table. */
export const viewerKeys = [
  { keys: ['s'], shown: 'S', does: 'Slider', action: 'slider' },
  { keys: ['d'], shown: 'D', does: 'Side by side', action: 'side' },
  { keys: ['b'], shown: 'B', does: 'Blink', action: 'blink' },
  { keys: [' '], shown: 'Space', does: 'The other picture, in blink', action: 'toggle' },
  { keys: ['+', '='], shown: '+', does: 'Zoom in', action: 'zoom-in' },
  { keys: ['-', '_'], shown: '−', does: 'Zoom out', action: 'zoom-out' },
  { keys: ['0'], shown: '0', does: 'Whole picture', action: 'fit' },
  { keys: ['1'], shown: '1', does: 'Actual pixels', action: 'actual' },
  { keys: ['f'], shown: 'F', does: 'Full screen', action: 'fullscreen' },
] as const

export type ViewerAction = (typeof viewerKeys)[number]['action']

/** Arrow keys move a zoomed picture; the direction is that in which the view goes. */
export const panKeys: Record<string, { x: number; y: number } | undefined> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

export function actionOf(key: string): ViewerAction | undefined {
  return viewerKeys.find(({ keys }) => (keys as readonly string[]).includes(key.toLowerCase()))?.action
}
