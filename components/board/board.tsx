'use client'

import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { SandboxBadge } from '@/components/results/sandbox-badge'
import { ShareDialog } from '@/components/sharing/share-button'
import { isActive } from '@/components/results/use-predictions'
import { BoardCells } from './board-cells'
import { BoardActionsContext, type BoardActions } from './board-context'
import { BoardHelp } from './board-help'
import { layOutBoard } from './board-layout'
import { BoardToolbar, type BoardLook } from './board-toolbar'
import { CancelAll } from './cancel-all'
import { CellMenu } from './cell-menu'
import { cellPictures } from './cell-pictures'
import { measuresIn } from './measure-texts'
import { Progress } from './progress'
import { bestCells, sortCells } from './sort-cells'
import { TryRest } from './try-rest'
import { useBoardKeys } from './use-board-keys'
import { useBoardView } from './use-board-view'
import type { BoardView } from './view-address'
import { useCellMeasures } from './use-cell-measures'
import { useKeptFocus } from './use-kept-focus'

const BoardViewer = loadedWhenUsed(() => import('./board-viewer').then((code) => code.BoardViewer))

export interface BoardProps {
  run: RunView
  /** The newest attempt of each cell, by position. */
  predictions: PredictionView[]
  /** Every stored picture the run's input names. */
  pictures: Asset[]
  /** The server's clock when the page was made, epoch milliseconds. */
  serverNow: number
}

const firstLook: BoardLook = { shape: 'grid', order: { by: 'board', turned: false }, filter: 'all' }

/** All predictions of a run at a glance: where its plan puts them, or in an order of the person's. */
export function Board({ run, predictions, pictures, serverNow }: BoardProps) {
  const layout = useMemo(() => layOutBoard(run), [run])
  const given = useMemo(() => cellPictures(run, predictions, pictures), [run, predictions, pictures])
  const measures = useCellMeasures(predictions, given)
  const cells = useMemo(
    () =>
      predictions.map((prediction) => ({
        prediction,
        measures: measuresIn(measures.get(prediction.position)),
      })),
    [predictions, measures],
  )
  const [wantedLook, setLook] = useState(firstLook)
  // The switch answers at once; 64 cells may take a moment longer to be put elsewhere.
  const look = useDeferredValue(wantedLook)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState(0)
  const [menu, setMenu] = useState<{ position: number; anchor: HTMLElement }>()
  const [shared, setShared] = useState<string>()
  const view = useBoardView(predictions.length)
  const viewed = useDeferredValue(view.shown)
  const opening = useDeferredValue(view.opening)
  const best = useMemo(() => bestCells(cells), [cells])
  const shown = useMemo(
    () => sortCells(cells, look.order).filter(({ prediction: { mark } }) => isShown(mark, look.filter)),
    [cells, look],
  )
  const positions = useMemo(() => shown.map(({ prediction }) => prediction.position), [shown])
  const finished = useMemo(
    () => predictions.flatMap(({ status, position }) => (status === 'completed' ? [position] : [])),
    [predictions],
  )
  const done = positions.filter((position) => finished.includes(position))
  const compared = chosen.size > 1 ? done.filter((position) => chosen.has(position)) : done
  const tabStop = positions.includes(current) ? current : positions[0]
  const isAllSandbox = predictions.every(({ sandbox }) => sandbox)

  const actions = useActions(compared, chosen.size > 1, view.open, setChosen, setMenu)
  const root = useRef<HTMLDivElement>(null)
  const onKeyDown = useBoardKeys(root, predictions, actions)
  const onFocus = useKeptFocus(root, positions.join(), view.shown?.position, viewed?.position, setCurrent)
  // While there is time: the viewer must not be fetched only when there is something to view.
  useEffect(() => BoardViewer.preload(), [])

  const menuPrediction = menu && predictions[menu.position]
  return (
    <BoardActionsContext value={actions}>
      <section aria-label="Board" className="grid min-w-0 grid-cols-1 gap-3">
        <h2 className="sr-only">Board</h2>
        <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 pointer-coarse:min-h-11">
          <Progress predictions={predictions} />
          {isAllSandbox && <SandboxBadge />}
          <CancelAll isActive={predictions.some(isActive)} />
          <TryRest run={run} predictions={predictions} />
          <BoardHelp />
        </div>
        <BoardToolbar
          run={run}
          predictions={predictions}
          pictures={pictures}
          measures={measures}
          titles={layout.titles}
          columns={layout.sheetColumns}
          look={wantedLook}
          onLook={setLook}
          compared={compared}
          chosenCount={chosen.size}
          onClearChosen={() => setChosen(new Set())}
          onCompare={() => {
            const [position] = compared
            const among = chosen.size > 1 ? compared : undefined
            if (position !== undefined) view.open({ position, among, isGrid: true })
          }}
        />
        <div ref={root} onKeyDown={onKeyDown} onFocus={onFocus} className="min-w-0">
          <BoardCells
            run={run}
            layout={layout}
            look={look}
            onLook={setLook}
            predictions={predictions}
            shown={shown}
            given={given}
            measures={measures}
            best={best}
            tabStop={tabStop}
            chosen={chosen}
            showSandbox={!isAllSandbox}
            serverNow={serverNow}
          />
        </div>
      </section>
      {menu && menuPrediction && (
        <CellMenu
          key={menu.position}
          prediction={menuPrediction}
          title={layout.titles[menu.position] ?? ''}
          anchor={menu.anchor}
          onOpenViewer={() => actions.open(menu.position)}
          onShare={() => setShared(menuPrediction.id)}
          onClose={() => setMenu(undefined)}
        />
      )}
      {shared && (
        <ShareDialog target={{ predictionId: shared }} count={1} onClose={() => setShared(undefined)} />
      )}
      {viewed && predictions[viewed.position]?.status === 'completed' && (
        <BoardViewer
          key={opening}
          predictions={predictions}
          given={given}
          titles={layout.titles}
          measures={measures}
          position={viewed.position}
          among={viewed.among ?? finished}
          isGrid={viewed.isGrid === true}
          onPosition={view.show}
          onLeave={view.leave}
        />
      )}
    </BoardActionsContext>
  )
}

function isShown(mark: PredictionView['mark'], filter: BoardLook['filter']): boolean {
  return filter === 'all' || (filter === 'starred' ? mark === 'star' : mark !== 'reject')
}

/** The same functions for as long as the board lives: what they need to know is read when they are called. */
function useActions(
  compared: number[],
  isChosen: boolean,
  openView: (view: BoardView) => void,
  setChosen: (change: (chosen: ReadonlySet<number>) => ReadonlySet<number>) => void,
  setMenu: (menu: { position: number; anchor: HTMLElement }) => void,
): BoardActions {
  const latest = useRef({ compared, isChosen })
  useEffect(() => {
    latest.current = { compared, isChosen }
  })
  return useMemo(
    () => ({
      open(position) {
        const { compared: among, isChosen: some } = latest.current
        openView({ position, among: some && among.includes(position) ? among : undefined })
      },
      choose(position) {
        setChosen((chosen) => {
          const next = new Set(chosen)
          if (!next.delete(position)) next.add(position)
          return next
        })
      },
      openMenu: (position, anchor) => setMenu({ position, anchor }),
    }),
    [openView, setChosen, setMenu],
  )
}
