'use client'
import type { Collection } from '@/lib/library/library-item'
import { CollectDialog } from './collect-dialog'
import { ConfirmDialog } from './confirm-dialog'
import { deleteCollection, renameCollection } from './library-requests'
import { RenameDialog } from './rename-dialog'
import { runsText } from './run-texts'
import type { LibraryActions } from './use-library-actions'

/** `remove` and `empty`: runs for good; `dissolve`: a collection, whose runs stay. */
export type DialogName = 'collect' | 'remove' | 'empty' | 'rename' | 'dissolve'

interface LibraryDialogsProps {
  open: DialogName | undefined
  onClose(): void
  selected: string[]
  total: number
  collections: Collection[]
  /** The collection that is being looked at. */
  current: Collection | undefined
  actions: LibraryActions
  /** To the whole library. */
  leave(): void
}

const forGood = 'The pictures that no other run uses go with them. This can’t be undone.'

/** The one dialog that is open, if any. */
export function LibraryDialogs(props: LibraryDialogsProps) {
  const { open, onClose, selected, total, collections, current, actions, leave } = props
  switch (open) {
    case 'collect':
      return (
        <CollectDialog
          count={selected.length}
          collections={collections}
          current={current}
          onClose={onClose}
          onCollect={(into, isMove) => {
            onClose()
            actions.collect(selected, into, isMove ? current : undefined)
          }}
          onTakeOut={() => {
            onClose()
            if (current) actions.takeOut(selected, current)
          }}
        />
      )
    case 'remove':
      return (
        <ConfirmDialog
          title={`Remove ${runsText(selected.length)} for good?`}
          text={forGood}
          action="Remove for good"
          onClose={onClose}
          onConfirm={() => {
            onClose()
            actions.empty(selected)
          }}
        />
      )
    case 'empty':
      return (
        <ConfirmDialog
          title="Empty the trash?"
          text={`${runsText(total)} in it. ${forGood}`}
          action="Empty trash"
          onClose={onClose}
          onConfirm={() => {
            onClose()
            actions.empty()
          }}
        />
      )
    case 'rename':
      return (
        current && (
          <RenameDialog
            name={current.name}
            onClose={onClose}
            onRename={(name) => {
              onClose()
              actions.run('Renaming…', async () => {
                await renameCollection(current.id, name)
                return { text: `Renamed to “${name}”.` }
              })
            }}
          />
        )
      )
    case 'dissolve':
      return (
        current && (
          <ConfirmDialog
            title={`Delete the collection “${current.name}”?`}
            text="Its runs stay in the library."
            action="Delete collection"
            onClose={onClose}
            onConfirm={() => {
              onClose()
              actions.run('Deleting…', async () => {
                await deleteCollection(current.id)
                leave()
                return { text: `“${current.name}” is deleted; its runs are in the library.` }
              })
            }}
          />
        )
      )
    case undefined:
      return null
  }
}
