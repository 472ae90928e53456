'use client'
import { useEffect, useRef } from 'react'
import { Images } from 'lucide-react'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { NamedPicture } from './use-named-pictures'

interface MentionListProps {
  id: string
  options: readonly NamedPicture[]
  /** Index of the option the keyboard is at. */
  active: number
  onPoint: (index: number) => void
  onChoose: (picture: NamedPicture) => void
}

/** The list under the text box while "@" asks for a picture; the focus stays in the box. */
export function MentionList({ id, options, active, onPoint, onChoose }: MentionListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label="Pictures to name"
      className="absolute inset-x-0 top-1 z-20 max-h-60 overflow-y-auto rounded-md border border-line-strong bg-panel p-1 shadow-lg"
      // A press must not take the focus out of the text.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((picture, index) => (
        <li
          key={picture.number}
          id={optionId(id, picture)}
          role="option"
          aria-selected={index === active}
          className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded px-1.5 py-1 aria-selected:bg-raised"
          onPointerMove={() => onPoint(index)}
          onClick={() => onChoose(picture)}
        >
          {picture.id ? (
            <img
              src={variantUrl(picture.id, 160)}
              alt=""
              className="checkerboard size-10 rounded-sm object-contain"
            />
          ) : (
            <Images aria-hidden className="mx-2 size-6" />
          )}
          <span className="font-medium">image {picture.number}</span>
          <span className="ml-auto text-xs text-muted">
            {picture.facts ? `${picture.facts.width} × ${picture.facts.height}` : null}
            {picture.id ? null : 'each of the batch'}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function optionId(listId: string, { number }: NamedPicture): string {
  return `${listId}-${number}`
}
