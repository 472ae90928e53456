'use client'
import { useQuery } from '@tanstack/react-query'
import { CheckSquare, FolderX, Pencil, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { LibraryPage, LibraryPlaces } from '@/lib/library/library-item'
import { libraryAddress, type LibraryQuery } from '@/lib/library/library-query'
import { trashDays } from '@/lib/library/trash-days'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { EmptyLibrary } from './empty-library'
import { LibraryDialogs, type DialogName } from './library-dialogs'
import { LibraryFilters } from './library-filters'
import { gridKeysText, LibraryGrid } from './library-grid'
import { LibraryPlacesNav } from './library-places'
import { fetchIds, fetchPlaces } from './library-requests'
import { NoticeBar } from './notice-bar'
import { runsText } from './run-texts'
import { SelectionBar } from './selection-bar'
import { useGeometry, type TileRange } from './use-geometry'
import { useLibraryActions } from './use-library-actions'
import { useLibraryAddress } from './use-library-address'
import { useLibraryItems } from './use-library-items'
import { useSelection } from './use-selection'
import { useSettledState } from './use-settled-state'
import { useWindowKeys } from './use-window-keys'

export interface LibraryViewProps {
  query: LibraryQuery
  firstPage: LibraryPage
  places: LibraryPlaces
  /** Ids of models that any run used. */
  models: string[]
}

/** All runs, or those of a collection or in the trash: found, looked through, selected and worked on. */
export function LibraryView({ query, firstPage, places: placesAtFirst, models }: LibraryViewProps) {
  const router = useRouter()
  const address = useLibraryAddress(query)
  const [grid, setGrid] = useState<HTMLDivElement | null>(null)
  const geometry = useGeometry(grid)
  const [range, setRange] = useSettledState<TileRange>({ first: 0, end: 0 })
  const items = useLibraryItems(query, firstPage, range)
  const { data: places } = useQuery({
    queryKey: ['library', 'places'],
    queryFn: ({ signal }) => fetchPlaces(signal),
    initialData: placesAtFirst,
    initialDataUpdatedAt: firstPage.asOf,
    staleTime: 5000,
  })
  const [notSelected, setNotSelected] = useState<string>()
  const selection = useSelection(
    (index) => items.itemAt(index)?.id,
    () =>
      fetchIds(query, firstPage.asOf).catch((error: unknown) => {
        setNotSelected(error instanceof Error ? error.message : undefined)
        return undefined
      }),
  )
  const [dialog, setDialog] = useState<DialogName>()
  const here = query.trash ?? query.collection
  const [place, setPlace] = useState(here)
  // What is selected may be nowhere to be seen in another place.
  if (here !== place) {
    setPlace(here)
    selection.clear()
  }
  const actions = useLibraryActions(items.refresh, selection.clear)
  const selected = [...selection.ids]
  const remove = () => (query.trash ? setDialog('remove') : actions.trash(selected))
  useWindowKeys({
    selectAll: () => void selection.selectAll(),
    clear: selection.clear,
    undo: actions.notice?.undo,
  })

  const current = places.collections.find(({ id }) => id === query.collection)
  const title = query.trash ? 'Trash' : (current?.name ?? 'Library')
  return (
    <div className="mx-auto grid max-w-[1600px] grid-cols-1 gap-3 p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="max-w-full truncate text-lg font-semibold">{title}</h1>
        <p className="text-muted" role="status">
          {runsText(items.total)}
        </p>
        <div className="ml-auto flex flex-wrap gap-1.5">
          {current && !query.trash && (
            <>
              <Button className="pointer-coarse:h-11" size="small" onClick={() => setDialog('rename')}>
                <Pencil aria-hidden /> Rename
              </Button>
              <Button className="pointer-coarse:h-11" size="small" onClick={() => setDialog('dissolve')}>
                <FolderX aria-hidden /> Delete collection
              </Button>
            </>
          )}
          {query.trash && items.total > 0 && (
            <Button
              className="pointer-coarse:h-11"
              variant="danger"
              size="small"
              onClick={() => setDialog('empty')}
            >
              <Trash2 aria-hidden /> Empty trash
            </Button>
          )}
          {items.total > 0 && (
            <Button
              className="aria-pressed:border-accent aria-pressed:text-accent-text pointer-coarse:h-11"
              size="small"
              aria-pressed={selection.isSelecting}
              title={gridKeysText}
              onClick={selection.isSelecting ? selection.clear : selection.startSelecting}
            >
              <CheckSquare aria-hidden /> Select
            </Button>
          )}
        </div>
      </header>
      <LibraryPlacesNav query={query} places={places} />
      <LibraryFilters address={address} models={models} />
      {query.trash && items.total > 0 && (
        <p className="text-sm text-muted">
          Each run is removed for good {trashDays} days after it was deleted, with the pictures that no other
          run uses.
        </p>
      )}
      {items.newer > 0 && query.sort === 'newest' && (
        <p>
          <Button
            size="small"
            className="pointer-coarse:h-11"
            onClick={() => {
              window.scrollTo({ top: 0 })
              router.refresh()
            }}
          >
            Show {items.newer === 1 ? '1 newer run' : `${items.newer.toLocaleString('en')} newer runs`}
          </Button>
        </p>
      )}
      {items.failure && (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-danger">
          Some runs could not be loaded. {items.failure}
          <Button size="small" className="pointer-coarse:h-11" onClick={items.retry}>
            Try again
          </Button>
        </p>
      )}
      {items.total === 0 ? (
        <EmptyLibrary query={query} />
      ) : (
        <div className={classNames('transition-opacity', address.isPending && 'opacity-60')}>
          <LibraryGrid
            address={libraryAddress(query)}
            label={title}
            items={items}
            geometry={geometry}
            onView={setRange}
            grid={grid}
            gridRef={setGrid}
            selection={selection}
            isBusy={address.isPending}
            asOf={firstPage.asOf}
            onDelete={remove}
          />
        </div>
      )}
      {selection.isSelecting ? (
        <SelectionBar
          count={selection.ids.size}
          total={items.total}
          isTrash={query.trash !== undefined}
          doing={actions.doing}
          onAll={() => void selection.selectAll()}
          onClear={selection.clear}
          onDownload={() => actions.download(selected)}
          onStar={(starred) => actions.star(selected, starred)}
          onCollect={() => setDialog('collect')}
          onDelete={remove}
          onRestore={() => actions.restore(selected)}
        />
      ) : null}
      <NoticeBar
        notice={actions.notice}
        failure={actions.failure ?? notSelected}
        onDismiss={() => {
          actions.dismiss()
          setNotSelected(undefined)
        }}
      />
      <LibraryDialogs
        open={dialog}
        onClose={() => setDialog(undefined)}
        selected={selected}
        total={items.total}
        collections={places.collections}
        current={current}
        actions={actions}
        leave={() => address.show({ collection: undefined })}
      />
    </div>
  )
}
