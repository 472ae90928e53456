import { expect, it } from 'vitest'
import { noEdits } from '@/lib/picture-edits/picture-edits'
import { beforeGesture, editHistory, type EditAction, type EditHistory } from './edit-history'

const start: EditHistory = { past: [], present: noEdits, future: [] }
const tilt = (angle: number, gesture?: string): EditAction => ({
  type: 'change',
  edits: { ...noEdits, angle },
  gesture,
})
const after = (...actions: EditAction[]) => actions.reduce(editHistory, start)
const angles = ({ past, present, future }: EditHistory) =>
  [past, [present], future].map((steps) => steps.map(({ angle }) => angle))

it('takes a whole drag as one step, and the next drag as another', () => {
  const dragged = after(
    tilt(1, 'a'),
    tilt(2, 'a'),
    tilt(3, 'a'),
    { type: 'settle' },
    tilt(4, 'a'),
    tilt(5, 'a'),
  )
  expect(angles(dragged)).toEqual([[0, 3], [5], []])
  expect(beforeGesture(dragged, 'a').angle).toBe(3)
  expect(beforeGesture(dragged, 'b').angle).toBe(5)
})

it('goes back and forth; a new change forgets what was undone', () => {
  const undone = after(tilt(1), tilt(2), { type: 'undo' }, { type: 'undo' }, { type: 'undo' })
  expect(angles(undone)).toEqual([[], [0], [1, 2]])
  expect(angles(editHistory(undone, { type: 'redo' }))).toEqual([[0], [1], [2]])
  expect(angles(editHistory(undone, tilt(9)))).toEqual([[0], [9], []])
})

it('does not count what changes nothing', () => {
  expect(after(tilt(0), { type: 'undo' }, { type: 'redo' })).toEqual(start)
})
