'use client'

import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useLayoutEffect, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Button } from '@/components/ui/button'

export interface ViewerDialogProps {
  /** As `useQuickLeave` has it, like `onLeave`. */
  dialog: RefObject<HTMLDialogElement | null>
  /** What is in hand. */
  title: string
  /** Which of how many that is, from 0. */
  turn: number
  count: number
  /** To the one at this turn. */
  onTurn(turn: number): void
  onLeave(): void
  onKeyDown?: (event: KeyboardEvent) => void
  /** Buttons about what is in hand. */
  actions?: ReactNode
  /** The viewer. */
  children: ReactNode
}

/** The whole window for a viewer over several results, one of them in hand. */
export function ViewerDialog(props: ViewerDialogProps) {
  const { dialog, title, turn, count, onTurn, onLeave, onKeyDown, actions, children } = props

  // Before the viewer takes the focus.
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [dialog])

  return (
    <dialog
      ref={dialog}
      aria-label="Compare results"
      onCancel={(event) => {
        event.preventDefault()
        onLeave()
      }}
      // Before the person has done anything on the page, a browser closes it without asking.
      onClose={onLeave}
      onKeyDown={onKeyDown}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-canvas text-text"
    >
      <div className="flex h-full flex-col gap-2 p-3">
        <header className="flex flex-wrap items-center gap-1.5">
          {/* On a phone the name and the way back share the first line. */}
          <h2 className="-order-1 line-clamp-2 min-w-0 flex-1 basis-[calc(100%-3.5rem)] text-sm font-semibold [overflow-wrap:anywhere] sm:basis-40">
            {title}
          </h2>
          <Button
            {...viewerIcon}
            aria-label="Previous result"
            disabled={turn <= 0}
            onClick={() => onTurn(turn - 1)}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <span className="text-xs text-muted tabular-nums">
            {turn + 1} of {count}
          </span>
          <Button
            {...viewerIcon}
            aria-label="Next result"
            disabled={turn >= count - 1}
            onClick={() => onTurn(turn + 1)}
          >
            <ChevronRight aria-hidden />
          </Button>
          {actions}
          <Button
            {...viewerIcon}
            className={`-order-1 sm:order-none ${viewerIcon.className}`}
            aria-label="Back to the board"
            title="Back to the board (Esc)"
            onClick={onLeave}
          >
            <X aria-hidden />
          </Button>
        </header>
        <div className="min-h-0 flex-1">{children}</div>
      </div>
    </dialog>
  )
}

/** The looks of the buttons in its head. */
export const viewerIcon = {
  variant: 'quiet',
  size: 'icon-medium',
  className: 'pointer-coarse:size-11 aria-pressed:text-accent-text',
} as const
