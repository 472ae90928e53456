/** What is selected of the runs, and from where a range goes. */
export interface Selection {
  ids: ReadonlySet<string>
  /** Selected before the range that is being drawn. */
  base: ReadonlySet<string>
  /** Index where a range begins. */
  anchor: number | undefined
  /** Taps select also while nothing is selected. */
  isSelecting: boolean
}

const none: ReadonlySet<string> = new Set()
export const noSelection: Selection = { ids: none, base: none, anchor: undefined, isSelecting: false }

/** One run more or less; the next range begins at it. */
export function toggled(selection: Selection, id: string, index: number): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, base: ids, anchor: index, isSelecting: selection.isSelecting || ids.size > 0 }
}

/** A range is drawn from the anchor: it takes the place of the range drawn before from the same anchor. */
export function withRange(selection: Selection, ids: readonly string[], anchor: number): Selection {
  const base = selection.anchor === anchor ? selection.base : selection.ids
  return { ids: new Set([...base, ...ids]), base, anchor, isSelecting: true }
}

export function withAll(selection: Selection, ids: readonly string[]): Selection {
  const all = new Set(ids)
  return { ids: all, base: all, anchor: selection.anchor, isSelecting: true }
}
