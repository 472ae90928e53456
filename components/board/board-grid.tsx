'use client'

import { useRef, type ReactNode } from 'react'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { BoardLayout, BoardSection } from './board-layout'
import { RowPosition } from './row-position'
import { swipedClass, SwipeRow } from './swipe-row'

export interface BoardGridProps {
  layout: BoardLayout
  /** Draws the cell at a position; nothing where it is filtered away. */
  cell(position: number, heading: { text: string; phoneOnly: boolean }): ReactNode
}

/** The cells where the run's plan puts them. On a phone each row is swiped through by itself. */
export function BoardGrid({ layout, cell }: BoardGridProps) {
  if (layout.kind === 'list')
    return (
      <CellList positions={layout.titles.map((_, position) => position)}>
        {(position) => cell(position, { text: layout.titles[position] ?? '', phoneOnly: false })}
      </CellList>
    )
  return (
    <div className="grid grid-cols-1 gap-6">
      {layout.sections.map((section, index) => (
        <section key={index} className="grid min-w-0 grid-cols-1 gap-2">
          {section.heading && (
            <h3 className="text-sm font-semibold [overflow-wrap:anywhere]">{section.heading}</h3>
          )}
          <SectionTable section={section} layout={layout} cell={cell} />
        </section>
      ))}
    </div>
  )
}

/** Cells that wrap; on a phone one row. */
export function CellList(props: { positions: number[]; children: (position: number) => ReactNode }) {
  const { positions, children } = props
  const list = useRef<HTMLUListElement>(null)
  return (
    <div className="min-w-0">
      <RowPosition list={list} count={positions.length} />
      <SwipeRow
        ref={list}
        aria-label="Cells"
        className="sm:grid-cols-[repeat(auto-fit,minmax(min(15rem,100%),1fr))]"
      >
        {positions.map((position) => (
          <li key={position} className={swipedClass}>
            {children(position)}
          </li>
        ))}
      </SwipeRow>
    </div>
  )
}

function SectionTable({ section, layout, cell }: { section: BoardSection } & BoardGridProps) {
  const head = useRef<HTMLDivElement>(null)
  const count = section.columns.length
  const columns = { gridTemplateColumns: `repeat(${count}, minmax(11.5rem, 1fr))` }
  const leastWidth = { '--row': `${count * 12.25 + 7.5}rem` } as React.CSSProperties
  return (
    <div className="min-w-0" style={leastWidth}>
      {/* Outside of what scrolls sideways, so that it can stay at the top of the window; it follows along. */}
      <div ref={head} aria-hidden className="sticky top-0 z-10 overflow-hidden bg-canvas max-sm:hidden">
        <div className={`${rowClass} py-1.5`}>
          <span className={headingClass} />
          <div className="grid flex-1 gap-3" style={columns}>
            {section.columns.map((heading, index) => (
              <span
                key={index}
                title={heading}
                className="line-clamp-2 text-xs font-semibold [overflow-wrap:anywhere]"
              >
                {heading}
              </span>
            ))}
          </div>
        </div>
      </div>
      <div
        className="relative grid grid-cols-1 gap-4 sm:gap-3 sm:overflow-x-auto"
        // One section has the cell that Tab comes to; the others can be scrolled by keys all the same.
        {...(layout.sections.length > 1 && { tabIndex: 0, role: 'group', 'aria-label': section.heading })}
        onScroll={(event) => {
          if (head.current) head.current.scrollLeft = event.currentTarget.scrollLeft
        }}
      >
        {section.rows.map((row, index) => (
          <TableRow key={index} heading={row.heading} picture={row.picture} count={row.slots.length}>
            {(list) => (
              <SwipeRow ref={list} aria-label={row.heading} className="flex-1" style={columns}>
                {row.slots.map((position, column) =>
                  position === null ? (
                    <li key={column} aria-hidden className="max-sm:hidden" />
                  ) : (
                    <li key={column} className={swipedClass}>
                      {cell(position, { text: row.note ?? layout.columnOf[position] ?? '', phoneOnly: true })}
                    </li>
                  ),
                )}
                {row.note && (
                  <li
                    className="grid content-start py-2 text-xs text-muted max-sm:hidden"
                    style={{ gridColumn: '2 / -1' }}
                  >
                    <span className="rounded-lg border border-dashed border-line p-3">
                      This model has {row.note.replace(': run once', '')}, so it was run once.
                    </span>
                  </li>
                )}
              </SwipeRow>
            )}
          </TableRow>
        ))}
      </div>
    </div>
  )
}

const rowClass = 'sm:flex sm:min-w-(--row)'
const headingClass = 'w-28 shrink-0 pr-2'

function TableRow(props: {
  heading: string | undefined
  picture: string | undefined
  count: number
  children: (list: React.RefObject<HTMLUListElement | null>) => ReactNode
}) {
  const { heading, picture, count, children } = props
  const list = useRef<HTMLUListElement>(null)
  return (
    <div className={rowClass}>
      <div
        className={`${headingClass} max-sm:flex max-sm:w-full max-sm:items-center max-sm:gap-2 max-sm:pb-1.5 sm:sticky sm:left-0 sm:z-5 sm:bg-canvas`}
      >
        {picture && (
          <img
            src={variantUrl(picture, 160)}
            alt=""
            width={104}
            height={80}
            loading="lazy"
            className="object-contain object-left-top max-sm:size-10 sm:mt-2 sm:mb-1 sm:h-20 sm:w-full"
          />
        )}
        <p title={heading} className="line-clamp-4 text-xs font-semibold [overflow-wrap:anywhere] sm:pt-2">
          {heading}
        </p>
        <RowPosition list={list} count={count} />
      </div>
      {children(list)}
    </div>
  )
}
