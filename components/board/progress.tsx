'use client'

import { useEffect, useRef, useState } from 'react'
import type { PredictionView } from '@/lib/predictions/view'
import { costText, progressOf, progressText } from './board-summary'

const sayEveryMs = 5000

/** How far the run is and what it has cost. A screen reader is told now and then, and at the end. */
export function Progress({ predictions }: { predictions: PredictionView[] }) {
  const progress = progressOf(predictions)
  const text = progressText(progress)
  const said = useSparsely(text, progress.active === 0)
  return (
    <p className="min-w-0 text-sm [overflow-wrap:anywhere]">
      <span className="font-semibold tabular-nums">{text}</span>
      <span className="text-muted"> · {costText(predictions)}</span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </p>
  )
}

/** The newest text, but not more often than every five seconds, and nothing at first. */
function useSparsely(text: string, atOnce: boolean): string {
  const [said, setSaid] = useState('')
  const heard = useRef({ text, at: 0 })
  useEffect(() => {
    if (text === heard.current.text) return
    const pause = atOnce ? 0 : Math.max(0, heard.current.at + sayEveryMs - Date.now())
    const timer = setTimeout(() => {
      heard.current = { text, at: Date.now() }
      setSaid(text)
    }, pause)
    return () => clearTimeout(timer)
  }, [text, atOnce])
  return said
}
