'use client'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

const pauseMs = 250

/** Words to look for in instructions; the list follows while one types. */
export function SearchField({
  value,
  onSearch,
}: {
  value: string
  onSearch(text: string, isFirst: boolean): void
}) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address changed otherwise, as by the browser's Back.
  if (value !== seen) {
    setSeen(value)
    if (value !== text.trim()) setText(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <div className="relative min-w-0 flex-1 basis-64">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
      />
      <input
        type="search"
        name="q"
        aria-label="Search in instructions"
        placeholder="Search in instructions"
        maxLength={200}
        autoComplete="off"
        className={
          'h-9 w-full rounded-md border border-line-strong bg-panel pr-2.5 pl-8 text-sm text-text placeholder:text-muted pointer-coarse:h-11'
        }
        value={text}
        onChange={(event) => {
          const next = event.target.value
          setText(next)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => {
            if (next.trim() !== value) onSearch(next.trim(), value === '')
          }, pauseMs)
        }}
      />
    </div>
  )
}
