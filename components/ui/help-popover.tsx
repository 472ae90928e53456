'use client'

import { CircleQuestionMark } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { classNames } from './class-names'

const widths = { small: 'w-88', medium: 'w-104', large: 'w-120', widest: 'w-200' } as const

export interface HelpPopoverProps {
  /** What it tells: "Keys and gestures". */
  title: string
  /** Of what, for who hears the popover without seeing what it lies over: "the mask painter". */
  of: string
  width: keyof typeof widths
  /** Of the button. */
  size: ButtonProps['size']
  /** Stands at the end of its row. */
  isLast?: boolean
  /** The person is about to open it: its text can be fetched. */
  onNear?: () => void
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode
}

/** A button with a question mark, and what it tells, in the browser's own popover. */
export function HelpPopover(props: HelpPopoverProps) {
  const { title, of, width, size, isLast = false, onNear, onOpenChange, children } = props
  const id = useId()
  return (
    <>
      <Button
        variant="quiet"
        size={size}
        className={classNames('pointer-coarse:size-11', isLast && 'ml-auto')}
        popoverTarget={id}
        data-help
        onPointerEnter={onNear}
        onFocus={onNear}
        aria-label={title}
        title={title}
      >
        <CircleQuestionMark aria-hidden />
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        // It may be longer than the window, and is then scrolled by keys.
        tabIndex={0}
        aria-label={`${title} of ${of}`}
        onToggle={(event) => onOpenChange?.(event.newState === 'open')}
        className={classNames(
          'm-auto max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line bg-panel p-4 text-sm text-text shadow-xl backdrop:bg-black/30',
          widths[width],
        )}
      >
        {children}
      </div>
    </>
  )
}
