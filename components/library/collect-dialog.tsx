'use client'
import { Folder } from 'lucide-react'
import { useId, useState } from 'react'
import type { Collection } from '@/lib/library/library-item'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { LibraryDialog } from './library-dialog'
import { runsText } from './run-texts'

interface CollectDialogProps {
  count: number
  collections: readonly Collection[]
  /** The collection that is being looked at. */
  current: Collection | undefined
  onClose(): void
  /** @param isMove out of the current collection at the same time */
  onCollect(into: { id: string; name: string } | { newName: string }, isMove: boolean): void
  onTakeOut(): void
}

/** Puts runs into a collection, or moves them from the one that is looked at. */
export function CollectDialog(props: CollectDialogProps) {
  const { count, collections, current, onClose, onCollect, onTakeOut } = props
  const id = useId()
  const [isMove, setIsMove] = useState(false)
  const [name, setName] = useState('')
  const others = collections.filter((one) => one.id !== current?.id)
  return (
    <LibraryDialog title={`Put ${runsText(count)} into a collection`} onClose={onClose}>
      {current && (
        <label className="flex items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            className="size-4"
            checked={isMove}
            onChange={(event) => setIsMove(event.target.checked)}
          />
          and take {count === 1 ? 'it' : 'them'} out of “{current.name}”
        </label>
      )}
      {others.length > 0 && (
        <ul className="grid max-h-60 gap-0.5 overflow-y-auto">
          {others.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="flex min-h-9 w-full items-center gap-2 rounded px-2 text-left hover:bg-raised pointer-coarse:min-h-11"
                onClick={() => onCollect(one, isMove)}
              >
                <Folder aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="min-w-0 flex-1 truncate">{one.name}</span>
                <span className="text-xs text-muted">{runsText(one.runs)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="grid gap-1"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) onCollect({ newName: name.trim() }, isMove)
        }}
      >
        <label htmlFor={id} className="text-xs text-muted">
          New collection
        </label>
        <div className="flex gap-2">
          <input
            id={id}
            type="text"
            autoComplete="off"
            maxLength={80}
            className={classNames(controlClass, 'h-9 min-w-0 flex-1 pointer-coarse:h-11')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" className="pointer-coarse:h-11" aria-disabled={!name.trim() || undefined}>
            Create
          </Button>
        </div>
      </form>
      <div className="flex justify-between gap-2">
        {current && (
          <Button variant="faint" className="pointer-coarse:h-11" onClick={onTakeOut}>
            Only take out of “{current.name.slice(0, 20)}”
          </Button>
        )}
        <Button className="ml-auto pointer-coarse:h-11" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </LibraryDialog>
  )
}
