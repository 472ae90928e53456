import type { PictureEdits } from '@/lib/picture-edits/picture-edits'

/** What was done, what is, and what was undone. */
export interface EditHistory {
  past: readonly PictureEdits[]
  present: PictureEdits
  future: readonly PictureEdits[]
  /** The drag or the field that is still at it: all its changes are one step. */
  gesture?: string
}

export type EditAction =
  { type: 'change'; edits: PictureEdits; gesture?: string } | { type: 'settle' | 'undo' | 'redo' }

/** Old steps are forgotten beyond these. */
const mostSteps = 200

export function editHistory(history: EditHistory, action: EditAction): EditHistory {
  const { past, present, future } = history
  switch (action.type) {
    case 'change': {
      const { edits, gesture } = action
      if (isSame(edits, present)) return history
      if (gesture && gesture === history.gesture) return { ...history, present: edits }
      return { past: [...past, present].slice(-mostSteps), present: edits, future: [], gesture }
    }
    case 'settle':
      return history.gesture ? { past, present, future } : history
    case 'undo': {
      const previous = past.at(-1)
      return previous ? { past: past.slice(0, -1), present: previous, future: [present, ...future] } : history
    }
    case 'redo': {
      const [next, ...rest] = future
      return next ? { past: [...past, present], present: next, future: rest } : history
    }
  }
}

/** The edits from before a gesture, which a slider starts from as long as it is held. */
export function beforeGesture({ past, present, gesture }: EditHistory, name: string): PictureEdits {
  return (gesture === name && past.at(-1)) || present
}

export function isSame(one: PictureEdits, other: PictureEdits): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
