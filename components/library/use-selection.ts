'use client'
import { useCallback, useState } from 'react'
import { noSelection, toggled, withAll, withRange, type Selection } from './selection'

export interface RunSelection extends Selection {
  toggle(index: number): void
  /** From the anchor, or from this tile where there is none, to a tile. */
  selectTo(index: number, from: number): Promise<void>
  selectAll(): Promise<void>
  startSelecting(): void
  clear(): void
}

/**
 * @param idAt of a tile that has come
 * @param allIds of every run the query finds, for ranges and all of them also where they have not come; undefined where
 *   they can't be had, and then nothing is selected
 */
export function useSelection(
  idAt: (index: number) => string | undefined,
  allIds: () => Promise<string[] | undefined>,
): RunSelection {
  const [selection, setSelection] = useState<Selection>(noSelection)
  const clear = useCallback(() => setSelection(noSelection), [])
  return {
    ...selection,
    toggle(index) {
      const id = idAt(index)
      if (id !== undefined) setSelection((known) => toggled(known, id, index))
    },
    async selectTo(index, from) {
      const anchor = selection.anchor ?? from
      const [first, last] = [Math.min(anchor, index), Math.max(anchor, index)]
      const here = Array.from({ length: last - first + 1 }, (_, offset) => idAt(first + offset))
      const ids = here.every((id) => id !== undefined) ? here : (await allIds())?.slice(first, last + 1)
      if (ids) setSelection((known) => withRange(known, ids, anchor))
    },
    async selectAll() {
      const ids = await allIds()
      if (ids) setSelection((known) => withAll(known, ids))
    },
    startSelecting: () => setSelection((known) => ({ ...known, isSelecting: true })),
    clear,
  }
}
