'use client'
import { useEffect, useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { earlierInstructions, type EarlierInstruction } from './earlier-instructions'
import type { InstructionPanelProps } from './instruction-bar'
import { insertText } from './insert-text'
import { PanelFrame } from './panel-frame'

type Answer = { search: string } & ({ found: EarlierInstruction[] } | { problem: string })

/** The instructions of earlier runs on this server, to be searched and taken up again. */
export function EarlierPanel({ box, onClose }: InstructionPanelProps) {
  const id = useId()
  const [search, setSearch] = useState('')
  const [answer, setAnswer] = useState<Answer>()

  useEffect(() => {
    const asking = new AbortController()
    const wait = setTimeout(
      () =>
        earlierInstructions(search.trim(), asking.signal).then(
          (found) => setAnswer({ search, found }),
          (error: unknown) => {
            if (!asking.signal.aborted)
              setAnswer({ search, problem: error instanceof Error ? error.message : String(error) })
          },
        ),
      search ? 200 : 0,
    )
    return () => {
      clearTimeout(wait)
      asking.abort()
    }
  }, [search])

  function take(text: string) {
    if (box.current) insertText(box.current, text, 0, box.current.value.length)
    onClose()
    box.current?.focus()
  }
  const found = answer && 'found' in answer ? answer.found : undefined

  return (
    <PanelFrame title="Earlier instructions" onClose={onClose}>
      <label htmlFor={id} className="sr-only">
        Search earlier instructions
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder="Search"
        className={classNames(controlClass, 'h-9 w-full pointer-coarse:h-11')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <p role="status" className="mt-1.5 text-xs text-muted empty:hidden">
        {answer && 'problem' in answer
          ? answer.problem
          : found
            ? told(found.length, answer?.search ?? '')
            : 'Loading…'}
      </p>
      {found && found.length > 0 ? (
        <ul aria-label="Earlier instructions" className="mt-1.5 max-h-72 overflow-y-auto">
          {found.map(({ text }) => (
            <li key={text}>
              <button
                type="button"
                className="min-h-9 w-full rounded px-2 py-1.5 text-left text-sm hover:bg-raised pointer-coarse:min-h-11"
                title="Put it in place of the instruction; Ctrl+Z takes that back"
                onClick={() => take(text)}
              >
                <span className="line-clamp-2 [overflow-wrap:anywhere]">{text}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-2 text-xs text-muted pointer-coarse:hidden">
        In the instruction, Alt+↑ and Alt+↓ walk through them.
      </p>
    </PanelFrame>
  )
}

function told(count: number, search: string): string {
  if (count > 0) return count === 1 ? '1 instruction' : `${count} instructions, the newest first`
  return search.trim() ? 'No earlier instruction says that.' : 'Nothing was run on this server yet.'
}
