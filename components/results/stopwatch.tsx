'use client'

import { useEffect, useState } from 'react'
import { formatDuration } from './format'

/**
 * Time since `since`, counted on. Epoch milliseconds by the server's clock; `serverNow` is that clock when the page or
 * the last poll was answered, so that a wrong clock in the browser does not show.
 */
export function Stopwatch({ since, serverNow }: { since: number; serverNow: number }) {
  const [elapsed, setElapsed] = useState(serverNow - since)

  useEffect(() => {
    const offset = serverNow - Date.now()
    const tick = () => setElapsed(Date.now() + offset - since)
    const timer = setInterval(tick, 100)
    return () => clearInterval(timer)
  }, [since, serverNow])

  return <span className="tabular-nums">{formatDuration(Math.max(0, elapsed))}</span>
}
