'use client'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { LibraryDialog } from './library-dialog'

/** Another name for a collection. */
export function RenameDialog({
  name,
  onRename,
  onClose,
}: {
  name: string
  onRename(name: string): void
  onClose(): void
}) {
  const id = useId()
  const [text, setText] = useState(name)
  return (
    <LibraryDialog title="Rename the collection" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) onRename(text.trim())
        }}
      >
        <label htmlFor={id} className="grid gap-1 text-xs text-muted">
          Name
          <input
            id={id}
            type="text"
            autoComplete="off"
            maxLength={80}
            className={classNames(controlClass, 'h-9 pointer-coarse:h-11')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <div className="flex justify-end gap-2">
          <Button className="pointer-coarse:h-11" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" className="pointer-coarse:h-11">
            Rename
          </Button>
        </div>
      </form>
    </LibraryDialog>
  )
}
