'use client'

import { useState } from 'react'
import { HelpPopover } from '@/components/ui/help-popover'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'

// The definitions stand beside the functions that measure: fetched when they are asked for.
const BoardHelpText = loadedWhenUsed(
  () => import('./board-help-text').then((code) => code.BoardHelpText),
  () => <p className="text-muted">Loading…</p>,
)

/** What the keys do and what the figures mean. */
export function BoardHelp() {
  const [isOpen, setOpen] = useState(false)
  return (
    <HelpPopover
      title="Keys and figures"
      of="the board"
      width="medium"
      size="icon-small"
      isLast
      onNear={BoardHelpText.preload}
      onOpenChange={setOpen}
    >
      {isOpen && <BoardHelpText />}
    </HelpPopover>
  )
}
