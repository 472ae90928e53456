'use client'

import { memo, useId } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'
import { variantUrl } from '@/lib/assets/asset-urls'
import { classNames } from '@/components/ui/class-names'
import { SandboxBadge } from '@/components/results/sandbox-badge'
import { CellActions } from './cell-actions'
import { CellFacts } from './cell-facts'
import { CellFrame } from './cell-frame'
import type { CellMeasures } from './measure-texts'

export interface BoardCellProps {
  prediction: PredictionView
  /** The whole heading, for who comes to the cell without seeing what stands around it. */
  title: string
  /** What of it is shown. */
  headingText: string
  /** Where the heading stands over the column already; on a phone there are no columns. */
  isHeadingForPhone: boolean
  /** Of a batch: the asset that the heading is about. */
  headingPicture?: string
  input: Asset | undefined
  measures: CellMeasures | undefined
  /** The one cell that Tab comes to; the arrow keys go on from it. */
  isCurrent: boolean
  isChosen: boolean
  isFastest: boolean
  isCheapest: boolean
  showSandbox: boolean
  serverNow: number
}

/** One prediction on the board. Drawn again only when something of its own has changed. */
export const BoardCell = memo(function BoardCell(props: BoardCellProps) {
  const {
    prediction,
    title,
    headingText,
    isHeadingForPhone,
    headingPicture,
    input,
    measures,
    isCurrent,
    isChosen,
    showSandbox,
    serverNow,
  } = props
  const id = useId()
  const tabIndex = isCurrent ? 0 : -1
  return (
    <article
      aria-labelledby={id}
      data-cell={prediction.position}
      tabIndex={tabIndex}
      className={classNames(
        'grid h-full min-w-0 scroll-mt-14 grid-rows-[auto_auto_1fr_auto] overflow-hidden rounded-lg border bg-panel',
        isChosen ? 'border-accent outline-1 -outline-offset-1 outline-accent' : 'border-line',
      )}
    >
      <header
        className={classNames(
          'flex min-w-0 items-center gap-2',
          isHeadingForPhone && !showSandbox ? 'px-2.5 py-1.5 sm:py-0' : 'px-2.5 py-1.5',
        )}
      >
        <h3 id={id} className="sr-only">
          {title}
        </h3>
        {headingPicture && (
          <img
            src={variantUrl(headingPicture, 160)}
            alt=""
            width={32}
            height={32}
            loading="lazy"
            className="size-8 shrink-0 object-contain"
          />
        )}
        <span
          aria-hidden
          title={headingText}
          className={classNames(
            'line-clamp-2 min-w-0 text-xs font-semibold [overflow-wrap:anywhere]',
            isHeadingForPhone && 'sm:hidden',
          )}
        >
          {headingText}
        </span>
        {showSandbox && <SandboxBadge />}
      </header>
      <CellFrame
        prediction={prediction}
        title={title}
        input={input}
        serverNow={serverNow}
        isFastest={props.isFastest}
        isCheapest={props.isCheapest}
        tabIndex={tabIndex}
      />
      <CellFacts prediction={prediction} input={input} measures={measures} tabIndex={tabIndex} />
      <CellActions prediction={prediction} isChosen={isChosen} tabIndex={tabIndex} />
    </article>
  )
})
