'use client'

import { useEffect, useRef, useState } from 'react'
import { formatDuration } from './format'
import { onBeat, serverTime } from './server-clock'

/**
 * Time since `since`, counted on. Epoch milliseconds by the server's clock; `serverNow` is that clock when the page was
 * made. The digits are written past React: many of them change ten times a second.
 */
export function Stopwatch({ since, serverNow }: { since: number; serverNow: number }) {
  const digits = useRef<HTMLSpanElement>(null)
  const [first] = useState(() => formatDuration(Math.max(0, serverNow - since)))

  useEffect(
    () =>
      onBeat(() => {
        const text = formatDuration(Math.max(0, serverTime() - since))
        if (digits.current && digits.current.textContent !== text) digits.current.textContent = text
      }),
    [since],
  )

  return (
    <span ref={digits} className="tabular-nums">
      {first}
    </span>
  )
}
