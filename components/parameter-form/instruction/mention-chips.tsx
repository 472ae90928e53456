'use client'
import { useRef, type RefObject } from 'react'
import { ImageOff, Images } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import { variantUrl } from '@/lib/assets/asset-urls'
import { findMentions } from '@/lib/models/mentions'
import type { NamedPicture } from './use-named-pictures'

interface MentionChipsProps {
  text: string
  pictures: readonly NamedPicture[]
  box: RefObject<HTMLTextAreaElement | null>
}

/** The pictures that the text names, as they are; a press selects the next place where one is named. */
export function MentionChips({ text, pictures, box }: MentionChipsProps) {
  const list = useRef<HTMLUListElement>(null)
  const mentions = findMentions(text)
  const numbers = [...new Set(mentions.map(({ number }) => number))].sort((one, other) => one - other)
  if (numbers.length === 0) return null

  function select(number: number) {
    const element = box.current
    const places = mentions.filter((mention) => mention.number === number)
    const next = places.find(({ start }) => start > (element?.selectionStart ?? 0)) ?? places[0]
    if (!element || !next) return
    element.focus()
    element.setSelectionRange(next.start, next.digits.end)
  }

  return (
    <ul ref={list} aria-label="Pictures named in the text" className="mt-1.5 flex flex-wrap gap-1.5">
      {numbers.map((number) => {
        const picture = pictures.find((one) => one.number === number)
        return (
          <li key={number}>
            <button
              type="button"
              className={classNames(
                'flex h-7 items-center gap-1.5 rounded-full border bg-panel pr-2.5 pl-1 text-xs hover:bg-raised pointer-coarse:h-11',
                picture ? 'border-line' : 'border-dashed border-warning text-warning',
              )}
              title="Select it in the text"
              onClick={() => select(number)}
            >
              <Thumbnail picture={picture} />
              image {number}
              {picture ? null : ': no such picture'}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Thumbnail({ picture }: { picture: NamedPicture | undefined }) {
  if (!picture) return <ImageOff aria-hidden className="mx-0.5 size-4" />
  if (!picture.id) return <Images aria-hidden className="mx-0.5 size-4" />
  return <img src={variantUrl(picture.id, 160)} alt="" className="size-5 rounded-full object-cover" />
}
