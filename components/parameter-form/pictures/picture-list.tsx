'use client'
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { Asset } from '@/lib/assets/asset'
import { noEdits } from '@/lib/picture-edits/picture-edits'
import { useFormContextValue } from '../form-context'
import { maskOf, withMask } from '../mask/picture-masks'
import { useFromValues } from '../use-playground-values'
import { picturesBefore } from './changed-pictures'
import { followingMask } from './following-mask'
import { originOf, type Origin } from './picture-origin'
import { movePicture, moveType } from './picture-order'
import { PictureTile } from './picture-tile'
import { usePictureChanges } from './use-picture-changes'

// Fetched when a picture is first edited.
const EditPicture = loadedWhenUsed(() => import('./edit-picture').then((module) => module.EditPicture))

interface PictureListProps {
  images: readonly string[]
  /** Where the list lives in the form. */
  path: string
  /** How many of them the chosen model takes. */
  used: number
}

interface EditedPicture {
  picture: Asset
  origin: Origin | undefined
}

/**
 * The pictures with their numbers, by which an instruction names them. Moved with the buttons or by dragging, and each
 * can be edited; an instruction that names them goes along, and the last change can be undone.
 */
export function PictureList({ images, path, used }: PictureListProps) {
  const { pictures, addPictures, values } = useFormContextValue()
  const { change, told, undo } = usePictureChanges()
  // The picture of a batch comes first: these are counted behind it, as the instruction does.
  const before = useFromValues(picturesBefore)
  const nameAt = (index: number) => `image${before + index + 1}`
  const list = useRef<HTMLOListElement>(null)
  const [edited, setEdited] = useState<EditedPicture>()

  function move(from: number, to: number) {
    const next = movePicture(images, from, to)
    if (next.join() === images.join()) return
    change(`${nameAt(from)} is now ${nameAt(to)}.`, { path, images: next })
  }
  function remove(index: number) {
    change(`${nameAt(index)} removed.`, { path, images: images.toSpliced(index, 1) })
    // The button goes away with its picture: the keyboard goes on at the next, or where pictures are added.
    focusSoon('li [aria-label^="Remove"]', Math.min(index, images.length - 2))
  }
  function focusSoon(selector: string, index: number) {
    const group = list.current?.closest('[role="group"]')
    requestAnimationFrame(() => {
      const next =
        group?.querySelectorAll<HTMLElement>(selector)[index] ??
        group?.querySelector<HTMLElement>('button:not([data-undo])')
      next?.focus()
    })
  }
  function undoLast() {
    undo?.()
    focusSoon('li button', 0)
  }
  function drop(event: DragEvent, to: number) {
    const [from, list] = event.dataTransfer.getData(moveType).split(' ')
    // From another list, its number means nothing here.
    if (!from || list !== path) return
    event.preventDefault()
    move(Number(from), to)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!undo || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return
    if (event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    undoLast()
  }

  async function edit(id: string) {
    const picture = pictures.get(id)
    EditPicture.preload()
    if (picture) setEdited({ picture, origin: await originOf(id) })
  }
  /** Puts a picture in the place of the one it was made of, or was made from. */
  function replace(from: string, next: Asset, told: string, mask: Asset | undefined) {
    const index = images.indexOf(from)
    if (index < 0) return
    addPictures([next, ...(mask ? [mask] : [])])
    const replaced = { from, to: next.id }
    // Two that became the same are one.
    const after = [...new Set(images.with(index, next.id))]
    const { masks } = values.snapshot()
    // A mask that was painted on this very picture is the better one.
    const hasOwn = maskOf(masks, [next.id]) !== undefined
    const also = mask && !hasOwn ? [{ path: 'masks', value: withMask(masks, next.id, mask.id) }] : []
    const isLost = maskOn(from) && !mask && !hasOwn
    const lost = isLost ? ' Its mask can’t follow, as it was painted on other edits: paint it anew.' : ''
    change(`${told}${lost}`, { path, images: after, replaced }, also)
    focusSoon('li [aria-label^="Edit"]', Math.min(index, after.length - 1))
  }
  async function restore(id: string) {
    const [picture, origin, mask] = [pictures.get(id), await originOf(id), maskOn(id)]
    if (!picture || !origin) return
    const { source } = origin
    const followed = mask && (await followingMask(mask, { picture, source, edits: noEdits }))
    replace(id, source, `${nameAt(images.indexOf(id))} is the original again.`, followed)
  }
  function maskOn(id: string): Asset | undefined {
    return pictures.get(maskOf(values.snapshot().masks, [id]) ?? '')
  }

  return (
    <>
      {images.length > 0 ? (
        <ol
          ref={list}
          className="grid grid-cols-[repeat(auto-fill,minmax(7.25rem,1fr))] gap-2 pointer-coarse:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))]"
          onKeyDown={onKeyDown}
        >
          {images.map((id, index) => (
            <li
              key={id}
              draggable={images.length > 1}
              onDragStart={(event) => {
                event.dataTransfer.setData(moveType, `${index} ${path}`)
                event.dataTransfer.effectAllowed = 'move'
              }}
              onDragOver={(event) => {
                if (event.dataTransfer.types.includes(moveType)) event.preventDefault()
              }}
              onDrop={(event) => drop(event, index)}
            >
              <PictureTile
                id={id}
                number={before + index + 1}
                isUsed={before + index < used}
                onEarlier={index > 0 ? () => move(index, index - 1) : undefined}
                onLater={index < images.length - 1 ? () => move(index, index + 1) : undefined}
                onRemove={() => remove(index)}
                onEdit={() => void edit(id)}
                onOriginal={() => void restore(id)}
              />
            </li>
          ))}
        </ol>
      ) : null}
      {images.length > 1 && used > 1 ? (
        <p className="text-xs text-muted">
          Name them in the instruction: “put the person in image {before + 1} into image {before + 2}”, or
          type @.
        </p>
      ) : null}
      <div className="flex items-center gap-2 text-xs text-muted">
        <p role="status">{told}</p>
        {undo ? (
          <Button
            data-undo
            variant="faint"
            size="small"
            className="ml-auto pointer-coarse:h-11"
            aria-label="Undo the change of the pictures"
            onClick={undoLast}
          >
            <Undo2 aria-hidden />
            Undo
          </Button>
        ) : null}
      </div>
      {edited ? (
        <EditPicture
          picture={edited.picture}
          origin={edited.origin}
          mask={maskOn(edited.picture.id)}
          onSaved={(prepared, mask) => {
            const name = nameAt(images.indexOf(edited.picture.id))
            const isOriginal = prepared.id === edited.origin?.source.id
            const told = isOriginal ? `${name} is the original again.` : `${name} was edited.`
            replace(edited.picture.id, prepared, told, mask)
          }}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  )
}
