'use client'

import { useEffect, useState, type RefObject } from 'react'

/** "3 of 9": where a swiped row stands. Only where it is swiped. */
export function RowPosition(props: { list: RefObject<HTMLElement | null>; count: number }) {
  const { list, count } = props
  const [position, setPosition] = useState(0)

  useEffect(() => {
    const element = list.current
    if (!element) return
    const look = () => {
      const room = element.scrollWidth - element.clientWidth
      setPosition(room > 0 ? Math.round((element.scrollLeft / room) * (count - 1)) : 0)
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [list, count])

  if (count < 2) return null
  return (
    <p aria-hidden className="ml-auto shrink-0 pb-1 text-right text-xs text-muted tabular-nums sm:hidden">
      {position + 1} of {count}
    </p>
  )
}
