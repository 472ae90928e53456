'use client'
import { useRef, type RefObject } from 'react'
import { earlierInstructions } from './earlier-instructions'
import { insertText } from './insert-text'
import { useKeyDown } from './use-key-down'

interface Walk {
  /** The text one began with, then the earlier ones, newest first. */
  texts: string[]
  at: number
}

/** Alt+Up puts in the instruction before, Alt+Down the one after, down to what was there at first. */
export function useHistoryKeys(box: RefObject<HTMLTextAreaElement | null>): void {
  const walk = useRef<Walk>(undefined)

  async function step(element: HTMLTextAreaElement, by: 1 | -1) {
    // Typed in between: this is where the next walk begins.
    if (!walk.current || walk.current.texts[walk.current.at] !== element.value) {
      if (by < 0) return
      const begun = element.value
      const earlier = await earlierInstructions().catch(() => [])
      if (element.value !== begun) return
      walk.current = {
        texts: [begun, ...earlier.map(({ text }) => text).filter((text) => text !== begun)],
        at: 0,
      }
    }
    const { texts, at } = walk.current
    const next = texts[at + by]
    if (next === undefined) return
    walk.current.at = at + by
    insertText(element, next, 0, element.value.length)
    // An empty text can't be inserted: it is what is left.
    if (next === '') document.execCommand('delete')
  }

  useKeyDown(box, (event) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined
    if (!by || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !box.current) return
    event.preventDefault()
    void step(box.current, by)
  })
}
