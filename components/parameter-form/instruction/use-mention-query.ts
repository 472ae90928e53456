'use client'
import { useEffect, useState, type RefObject } from 'react'
import { mentionQuery, type MentionQuery } from './mention-query'

/** The query at the caret while the box has the focus; `close` leaves it alone until another begins. */
export function useMentionQuery(box: RefObject<HTMLTextAreaElement | null>): {
  query: MentionQuery | undefined
  close: () => void
} {
  const [query, setQuery] = useState<MentionQuery>()
  const [closedAt, setClosedAt] = useState<number>()

  useEffect(() => {
    const element = box.current
    if (!element) return
    const listening = new AbortController()
    const { signal } = listening
    const read = () => {
      const isHere = document.activeElement === element && element.selectionStart === element.selectionEnd
      const found = isHere ? mentionQuery(element.value, element.selectionStart) : undefined
      setQuery((before) => (before?.start === found?.start && before?.text === found?.text ? before : found))
      if (!found) setClosedAt(undefined)
    }
    for (const type of ['input', 'keyup', 'click', 'focus', 'blur'])
      element.addEventListener(type, read, { signal })
    // The "@" may have been typed while this code was on its way.
    read()
    return () => listening.abort()
  }, [box])

  return {
    query: query && query.start !== closedAt ? query : undefined,
    close: () => setClosedAt(query?.start),
  }
}
