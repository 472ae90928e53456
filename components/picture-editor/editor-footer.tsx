'use client'
import { Button } from '@/components/ui/button'

interface EditorFooterProps {
  /** Why it can't be saved, or why it could not be. */
  problem: string | undefined
  /** What should be known otherwise. */
  note: string | undefined
  isBlocked: boolean
  isSaving: boolean
  /** Whether to lose the changes is being asked. */
  asksToDiscard: boolean
  onKeep: () => void
  onClose: () => void
  onSave: () => void
}

/** Save or leave; leaving with changes asks once. */
export function EditorFooter(props: EditorFooterProps) {
  const { problem, note, isBlocked, isSaving, asksToDiscard, onKeep, onClose, onSave } = props
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-panel px-3 py-2">
      <p role="alert" className="mr-auto text-sm text-danger">
        {problem}
      </p>
      {note && !problem ? <p className="text-sm text-muted">{note}</p> : null}
      {asksToDiscard ? (
        <div role="group" aria-label="Discard the changes?" className="flex items-center gap-2">
          <span className="text-sm">Discard the changes?</span>
          <Button autoFocus className="pointer-coarse:h-11" onClick={onKeep}>
            Keep editing
          </Button>
          <Button variant="danger" className="pointer-coarse:h-11" onClick={onClose}>
            Discard
          </Button>
        </div>
      ) : (
        <>
          <Button className="pointer-coarse:h-11" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="primary"
            className="pointer-coarse:h-11"
            aria-disabled={isBlocked || isSaving || undefined}
            onClick={() => {
              if (!isBlocked && !isSaving) onSave()
            }}
          >
            {isSaving ? 'Saving …' : 'Save'}
          </Button>
        </>
      )}
    </footer>
  )
}
