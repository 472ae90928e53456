'use client'

import { useId } from 'react'
import type { SharedResult } from '@/lib/sharing/shared-view'
import { CellPicture } from '@/components/board/cell-picture'
import { classNames } from '@/components/ui/class-names'

interface SharedCellProps {
  result: SharedResult
  heading: string
  /** Where the heading stands over the column already; on a phone there are no columns. */
  isHeadingForPhone: boolean
  onOpen: () => void
}

/** One result on a shared board. */
export function SharedCell({ result, heading, isHeadingForPhone, onOpen }: SharedCellProps) {
  const id = useId()
  const { label, pictures, facts, name } = result
  const [picture] = pictures
  if (!picture) return null
  // The heading says the rest, or is the rest.
  const told = facts.filter(
    ({ name: fact, value }) => fact !== 'Model' && value !== name && fact !== 'Instruction',
  )
  return (
    <article
      aria-labelledby={id}
      className="h-full min-w-0 overflow-hidden rounded-lg border border-line bg-panel"
    >
      <h3 id={id} className="sr-only">
        {label}
      </h3>
      <p
        aria-hidden
        title={label}
        className={classNames(
          'line-clamp-2 px-2.5 py-1.5 text-xs font-semibold [overflow-wrap:anywhere]',
          isHeadingForPhone && 'sm:hidden',
        )}
      >
        {heading}
      </p>
      <div
        className="relative max-h-112 min-h-36 overflow-hidden bg-canvas"
        style={{ aspectRatio: `${picture.width} / ${picture.height}` }}
      >
        <CellPicture
          asset={picture}
          title={label}
          badges={pictures.length > 1 ? [`1 of ${pictures.length} pictures`] : []}
          onOpen={onOpen}
        />
      </div>
      <p className="px-2.5 py-2 text-xs text-muted [overflow-wrap:anywhere]">
        {picture.width} × {picture.height} px
        {told.map(({ name: fact, value }) => (
          <span key={fact}> · {fact === 'Provider' || fact === 'Cost' ? value : `${fact} ${value}`}</span>
        ))}
      </p>
    </article>
  )
}
