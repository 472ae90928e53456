'use client'

import { CircleQuestionMark } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'

// The definitions stand beside the functions that measure: fetched when they are asked for.
const BoardHelpText = loadedWhenUsed(
  () => import('./board-help-text').then((code) => code.BoardHelpText),
  () => <p className="text-muted">Loading…</p>,
)

/** What the keys do and what the figures mean, in the browser's own popover. */
export function BoardHelp() {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="quiet"
        size="icon-small"
        className="ml-auto pointer-coarse:size-11"
        popoverTarget={id}
        onPointerEnter={BoardHelpText.preload}
        onFocus={BoardHelpText.preload}
        aria-label="Keys and figures"
        title="Keys and figures"
      >
        <CircleQuestionMark aria-hidden />
      </Button>
      <div
        id={id}
        popover="auto"
        // Longer than a small window: it can be scrolled by keys.
        tabIndex={0}
        onToggle={(event) => setOpen(event.newState === 'open')}
        role="dialog"
        aria-label="Keys and figures of the board"
        className="m-auto max-h-[calc(100dvh-2rem)] w-104 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line bg-panel p-4 text-sm text-text shadow-xl backdrop:bg-black/30"
      >
        {isOpen && <BoardHelpText />}
      </div>
    </>
  )
}
