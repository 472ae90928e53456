'use client'

import { Download } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView, RunView } from '@/lib/predictions/view'
import { Button } from '@/components/ui/button'
import type { ExportKind } from './export/export-board'
import type { CellMeasures } from './measure-texts'

export interface ExportMenuProps {
  run: RunView
  predictions: PredictionView[]
  pictures: Asset[]
  measures: ReadonlyMap<number, CellMeasures>
  titles: readonly string[]
  /** How many cells stand beside each other on the contact sheet. */
  columns: number
}

const files: { kind: ExportKind; title: string; note: string }[] = [
  { kind: 'sheet', title: 'Contact sheet', note: 'One PNG of all cells with their labels' },
  { kind: 'csv', title: 'Table, CSV', note: 'All parameters and measures' },
  { kind: 'json', title: 'Table, JSON', note: 'The same, with the whole plan' },
]

const itemClass =
  'flex w-full flex-col rounded-md px-2 py-1.5 text-left hover:bg-raised disabled:opacity-60 pointer-coarse:min-h-11'

/** The board as files. What makes them is fetched when it is asked for. */
export function ExportMenu({ pictures, ...board }: ExportMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [making, setMaking] = useState<ExportKind>()
  const [problem, setProblem] = useState<string>()
  const isEmpty = board.predictions.every(({ assets }) => assets.length === 0)

  async function make(kind: ExportKind) {
    setMaking(kind)
    setProblem(undefined)
    try {
      const { exportBoard } = await import('./export/export-board')
      const [first] = board.run.input.images
      await exportBoard(kind, { ...board, input: pictures.find(({ id }) => id === first) })
      menu.current?.hidePopover()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The file could not be made. Try again.')
    } finally {
      setMaking(undefined)
    }
  }

  return (
    <>
      <Button
        ref={button}
        className="pointer-coarse:h-11"
        aria-haspopup="dialog"
        onClick={() => {
          const place = button.current?.getBoundingClientRect()
          menu.current?.showPopover()
          if (!menu.current || !place) return
          menu.current.style.top = `${place.bottom + 4}px`
          menu.current.style.left = `${Math.max(4, Math.min(place.left, window.innerWidth - menu.current.offsetWidth - 4))}px`
        }}
      >
        <Download aria-hidden /> Export
      </Button>
      <div
        ref={menu}
        popover="auto"
        role="dialog"
        aria-label="Export the board"
        className="fixed m-0 w-72 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-panel p-1.5 text-sm text-text shadow-xl"
      >
        {files.map(({ kind, title, note }) => (
          <button
            key={kind}
            type="button"
            className={itemClass}
            disabled={making !== undefined}
            onClick={() => void make(kind)}
          >
            <span className="font-medium">{making === kind ? 'Making it…' : title}</span>
            <span className="text-xs text-muted">{note}</span>
          </button>
        ))}
        <a
          href={`/api/v1/runs/${board.run.id}/pictures.zip`}
          download
          aria-disabled={isEmpty}
          className={itemClass}
        >
          <span className="font-medium">Pictures, ZIP</span>
          <span className="text-xs text-muted">All at full size, with a manifest</span>
        </a>
        {problem && (
          <p role="alert" className="px-2 py-1 text-xs text-danger">
            {problem}
          </p>
        )}
      </div>
    </>
  )
}
