'use client'
import { Button } from '@/components/ui/button'
import { LibraryDialog } from './library-dialog'

interface ConfirmDialogProps {
  title: string
  text: string
  /** What the button says that does it. */
  action: string
  onConfirm(): void
  onClose(): void
}

/** Asks before something that can't be taken back. */
export function ConfirmDialog({ title, text, action, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <LibraryDialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="flex justify-end gap-2">
        <Button className="pointer-coarse:h-11" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="danger" className="pointer-coarse:h-11" onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </LibraryDialog>
  )
}
