'use client'
import { useRef, useState, type DragEvent } from 'react'
import { useSetFormValue } from '../form-context'
import { movePicture, moveType } from './picture-order'
import { PictureTile } from './picture-tile'

interface PictureListProps {
  images: readonly string[]
  /** Where the list lives in the form. */
  path: string
  /** How many of them the chosen model takes. */
  used: number
}

/** The pictures with their numbers, by which an instruction names them. Moved with the buttons or by dragging. */
export function PictureList({ images, path, used }: PictureListProps) {
  const setValue = useSetFormValue()
  const [announcement, announce] = useState('')
  const list = useRef<HTMLOListElement>(null)

  function move(from: number, to: number) {
    setValue(path, movePicture(images, from, to))
    announce(`image${from + 1} is now image${to + 1}.`)
  }
  function remove(index: number) {
    setValue(path, images.toSpliced(index, 1))
    announce(`image${index + 1} removed.`)
    // The button goes away with its picture: the keyboard goes on at the next, or where pictures are added.
    const group = list.current?.closest('[role="group"]')
    requestAnimationFrame(() => {
      const buttons = group?.querySelectorAll<HTMLElement>('li [aria-label^="Remove"]') ?? []
      const next = buttons[Math.min(index, buttons.length - 1)] ?? group?.querySelector('button')
      next?.focus()
    })
  }
  function drop(event: DragEvent, to: number) {
    const [from, list] = event.dataTransfer.getData(moveType).split(' ')
    // From another list, its number means nothing here.
    if (!from || list !== path) return
    event.preventDefault()
    move(Number(from), to)
  }

  return (
    <>
      <ol ref={list} className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-2">
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
              index={index}
              isUsed={index < used}
              onEarlier={index > 0 ? () => move(index, index - 1) : undefined}
              onLater={index < images.length - 1 ? () => move(index, index + 1) : undefined}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      {images.length > 1 && used > 1 ? (
        <p className="text-xs text-muted">
          Name them in the instruction: “put the person in image1 into image2”.
        </p>
      ) : null}
      <p className="sr-only" role="status">
        {announcement}
      </p>
    </>
  )
}
