'use client'
import { Eye, Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { sizeText } from '@/lib/picture-edits/plan-edits'
import { EditorHelp } from './editor-help'
import type { Edits } from './use-edits'

interface EditorHeaderProps {
  titleId: string
  edits: Edits
  isBefore: boolean
  onBefore: (isBefore: boolean) => void
  onReset: () => void
}

/** What the picture was and will be, and the steps back and forth. */
export function EditorHeader({ titleId, edits, isBefore, onBefore, onReset }: EditorHeaderProps) {
  const { picture, output } = edits.plan
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-panel px-3 py-2">
      <div className="flex items-baseline gap-3">
        <h2 id={titleId} className="text-base font-semibold">
          Edit picture
        </h2>
        <p className="text-xs text-muted tabular-nums" data-testid="editor-size">
          {sizeText(picture)} → {sizeText(output)}
        </p>
      </div>
      <div className="flex items-center gap-0.5">
        <HeaderButton label="Undo" keys="Ctrl Z" onClick={edits.undo}>
          <Undo2 aria-hidden />
        </HeaderButton>
        <HeaderButton label="Redo" keys="Ctrl Shift Z" onClick={edits.redo}>
          <Redo2 aria-hidden />
        </HeaderButton>
        <Button
          variant="quiet"
          size="small"
          className="pointer-coarse:h-11"
          title="Undo all edits of this picture"
          aria-disabled={edits.reset ? undefined : true}
          onClick={edits.reset && onReset}
        >
          Reset
        </Button>
        <Button
          variant={isBefore ? 'primary' : 'quiet'}
          size="icon"
          className="pointer-coarse:size-11"
          aria-pressed={isBefore}
          aria-label="Show the picture as it was"
          title="Show the picture as it was (B)"
          onClick={() => onBefore(!isBefore)}
        >
          <Eye aria-hidden />
        </Button>
        <EditorHelp />
      </div>
    </header>
  )
}

interface HeaderButtonProps {
  label: string
  keys?: string
  /** Absent where there is nothing to do; the button stays, so that the focus does. */
  onClick: (() => void) | undefined
  children: ReactNode
}

function HeaderButton({ label, keys, onClick, children }: HeaderButtonProps) {
  return (
    <Button
      variant="quiet"
      size="icon"
      className="pointer-coarse:size-11"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-disabled={onClick ? undefined : true}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
