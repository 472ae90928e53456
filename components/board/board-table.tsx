'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { labelOf } from '@/lib/models/parameter'
import { findModel } from '@/lib/models/registry'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { variantUrl } from '@/lib/assets/asset-urls'
import { formatDuration } from '@/components/results/format'
import { pendingTexts } from '@/components/results/pending-texts'
import { Stopwatch } from '@/components/results/stopwatch'
import { useBoardActions } from './board-context'
import { costOf } from './cell-facts'
import { textOfValue } from './choice-labels'
import { alignmentText, colourCastText, percentText, ssimText } from './measure-texts'
import { workingTime, type MeasuredPrediction } from './measured-prediction'
import { directionOf, type bestCells, type SortKey, type SortOrder } from './sort-cells'

export interface BoardTableProps {
  run: RunView
  cells: MeasuredPrediction[]
  titles: readonly string[]
  best: ReturnType<typeof bestCells>
  order: SortOrder
  onOrder(order: SortOrder): void
  tabStop: number | undefined
  serverNow: number
}

interface Column {
  title: string
  sort?: SortKey
  cell(row: Row): React.ReactNode
}

interface Row extends MeasuredPrediction {
  best: BoardTableProps['best']
  serverNow: number
}

/** The board as figures: every cell a row, every value and measure a column. */
export function BoardTable(props: BoardTableProps) {
  const { cells, titles, best, order, onOrder, tabStop, serverNow } = props
  const columns = columnsFor(cells)
  return (
    <div
      className="overflow-x-auto rounded-lg border border-line bg-panel"
      role="group"
      aria-label="Table of the board"
    >
      <table className="w-full border-collapse text-left text-xs [&_td]:p-2 [&_th]:p-2">
        <thead>
          <tr className="border-b border-line">
            <SortHeader title="Cell" sort="board" order={order} onOrder={onOrder} isFirst />
            {columns.map(({ title, sort }) => (
              <SortHeader key={title} title={title} sort={sort} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr
              key={cell.prediction.position}
              data-cell={cell.prediction.position}
              tabIndex={cell.prediction.position === tabStop ? 0 : -1}
              aria-label={titles[cell.prediction.position]}
              className="border-b border-line -outline-offset-2 last:border-0"
            >
              <th scope="row" className="sticky left-0 z-1 bg-panel font-medium">
                <CellName
                  prediction={cell.prediction}
                  title={titles[cell.prediction.position] ?? ''}
                  isTabStop={cell.prediction.position === tabStop}
                />
              </th>
              {columns.map(({ title, cell: content }) => (
                <td key={title} className="whitespace-nowrap tabular-nums">
                  {content({ ...cell, best, serverNow })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellName(props: { prediction: PredictionView; title: string; isTabStop: boolean }) {
  const { prediction, title, isTabStop } = props
  const { open } = useBoardActions()
  const [asset] = prediction.assets
  const words = <span className="line-clamp-3 [overflow-wrap:anywhere]">{title}</span>
  if (!asset) return <span className="flex w-44 items-center gap-2 max-sm:w-32">{words}</span>
  return (
    <button
      type="button"
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => open(prediction.position)}
      className="flex w-44 items-center gap-2 text-left hover:underline max-sm:w-32"
    >
      <img
        src={variantUrl(asset.id, 160)}
        alt=""
        width={48}
        height={48}
        loading="lazy"
        className="size-12 shrink-0 rounded bg-canvas object-contain max-sm:hidden"
      />
      {words}
    </button>
  )
}

function SortHeader(props: {
  title: string
  sort: SortKey | undefined
  order: SortOrder
  onOrder(order: SortOrder): void
  isFirst?: boolean
}) {
  const { title, sort, order, onOrder, isFirst } = props
  const stickyClass = isFirst ? 'sticky left-0 z-1 bg-panel' : undefined
  if (!sort)
    return (
      <th scope="col" className={`font-semibold ${stickyClass ?? ''}`}>
        {title}
      </th>
    )
  const isSorted = order.by === sort
  const direction = isSorted ? directionOf(order) : undefined
  const Icon = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={direction ?? 'none'} className={stickyClass}>
      <button
        type="button"
        className="flex min-h-6 items-center gap-1 font-semibold whitespace-nowrap hover:underline pointer-coarse:min-h-11"
        onClick={() => onOrder({ by: sort, turned: isSorted && !order.turned })}
      >
        {title}
        <Icon aria-hidden className={isSorted ? 'size-3.5' : 'invisible size-3.5'} />
      </button>
    </th>
  )
}

/** State, then the parameters that any of the models has and was given, then what came of it. */
function columnsFor(cells: MeasuredPrediction[]): Column[] {
  const hasMask = cells.some(({ measures }) => measures?.changedOutsideMask !== undefined)
  const measure = (
    title: string,
    sort: SortKey & ('changed' | 'changedOutsideMask' | 'colourCast' | 'ssim'),
    text: (value: number) => string,
  ): Column => ({
    title,
    sort,
    cell: ({ measures }) => {
      const value = measures?.[sort]
      return value === undefined ? '' : text(value)
    },
  })
  return [
    { title: 'State', cell: ({ prediction, serverNow }) => <State {...{ prediction, serverNow }} /> },
    {
      title: 'Mark',
      sort: 'star',
      cell: ({ prediction: { mark } }) => (mark === 'star' ? '★' : mark === 'reject' ? 'rejected' : ''),
    },
    ...parameterColumns(cells),
    {
      title: 'Time',
      sort: 'time',
      cell: ({ prediction, best }) => {
        const time = workingTime(prediction)
        return time === undefined ? (
          ''
        ) : (
          <Best is={best.fastest.has(prediction.position)} word="fastest">
            {formatDuration(time)}
          </Best>
        )
      },
    },
    {
      title: 'Cost',
      sort: 'cost',
      cell: ({ prediction, best }) =>
        prediction.status === 'completed' && (
          <Best is={best.cheapest.has(prediction.position)} word="cheapest">
            {costOf(prediction)}
          </Best>
        ),
    },
    {
      title: 'Size',
      sort: 'size',
      cell: ({ prediction: { assets } }) => assets[0] && `${assets[0].width} × ${assets[0].height}`,
    },
    { title: 'Seed', sort: 'seed', cell: ({ prediction }) => prediction.seed },
    measure('Changed', 'changed', percentText),
    ...(hasMask ? [measure('Outside the mask', 'changedOutsideMask', percentText)] : []),
    measure('Colour cast', 'colourCast', colourCastText),
    measure('SSIM', 'ssim', ssimText),
    { title: 'Alignment', cell: ({ measures }) => measures && alignmentText(measures.alignment) },
  ]
}

function State({ prediction, serverNow }: { prediction: PredictionView; serverNow: number }) {
  if (prediction.status === 'completed') return 'done'
  if (prediction.status === 'failed')
    return (
      <span title={prediction.error ?? undefined} className="block max-w-48 truncate text-danger">
        {prediction.error}
      </span>
    )
  return (
    <span>
      {pendingTexts[prediction.state]}{' '}
      {prediction.submittedAt !== null && <Stopwatch since={prediction.submittedAt} serverNow={serverNow} />}
    </span>
  )
}

function Best({ is, word, children }: { is: boolean; word: string; children: React.ReactNode }) {
  return (
    <>
      {children}
      {is && <span className="ml-1.5 rounded bg-raised px-1 py-0.5 font-medium text-text">{word}</span>}
    </>
  )
}

/** One column for each name that a value was given under; shared values and pictures say nothing here. */
function parameterColumns(cells: MeasuredPrediction[]): Column[] {
  const titles = new Map<string, string>()
  for (const { prediction } of cells)
    for (const row of findModel(prediction.modelId)?.parameters ?? [])
      if (isColumn(row.kind, row.role) && prediction.input[row.name] !== undefined)
        titles.set(row.name, labelOf(row))
  const prompts = new Set(cells.map(({ prediction }) => prediction.input.prompt))
  if (prompts.size > 1) titles.set('prompt', 'Instruction')
  return [...titles].map(([name, title]) => ({
    title,
    cell: ({ prediction }) => {
      const value = prediction.input[name]
      const text = value === undefined ? '' : textOfValue(value)
      return (
        <span title={text} className="block max-w-48 truncate">
          {text}
        </span>
      )
    },
  }))
}

function isColumn(kind: string, role: string | undefined): boolean {
  return role === undefined && kind !== 'image' && kind !== 'images' && kind !== 'mask'
}
