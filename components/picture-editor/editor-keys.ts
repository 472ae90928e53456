/** What a key does in the editor, outside of fields. The help lists the same table. */
export const editorKeys = [
  { key: 'r', shift: false, shown: 'R', does: 'Turn right by 90°', action: 'clockwise' },
  { key: 'r', shift: true, shown: 'Shift R', does: 'Turn left by 90°', action: 'anticlockwise' },
  { key: 'h', shift: false, shown: 'H', does: 'Flip left and right', action: 'leftRight' },
  { key: 'v', shift: false, shown: 'V', does: 'Flip top and bottom', action: 'topBottom' },
  { key: 'b', shift: false, shown: 'B', does: 'Before, and back', action: 'before' },
] as const

export type EditorAction = (typeof editorKeys)[number]['action']

/** What the help says beside the table. */
export const otherKeys = [
  { shown: 'Arrows', does: 'On a handle: move it by a pixel. On the crop: move all of it.' },
  { shown: 'Shift arrows', does: 'The same, by a fiftieth of the picture.' },
  { shown: 'Ctrl Z', does: 'Undo. With Shift: redo.' },
  { shown: 'Esc', does: 'Close.' },
  { shown: '?', does: 'This list.' },
]

export function actionOf({ key, shiftKey }: { key: string; shiftKey: boolean }): EditorAction | undefined {
  return editorKeys.find((entry) => entry.key === key.toLowerCase() && entry.shift === shiftKey)?.action
}
