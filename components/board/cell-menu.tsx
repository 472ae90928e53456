'use client'

import { Copy, Download, Maximize2, Pencil, RotateCw, Share2 } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { PredictionView } from '@/lib/predictions/view'
import { useStartRun } from '@/components/playground/start-run'
import { copyPicture } from '@/components/results/copy-picture'
import { rawAnswer } from '@/components/results/raw-answer'
import { useRunActions } from '@/components/results/run-actions'
import {
  takesParameters,
  useWritesParameters,
  WriteParametersSwitch,
} from '@/components/results/written-parameters'
import { Button, buttonClass } from '@/components/ui/button'
import { downloadOf } from './cell-actions'

export interface CellMenuProps {
  prediction: PredictionView
  title: string
  /** The button it stands beside. */
  anchor: HTMLElement
  onOpenViewer(): void
  onShare(): void
  onClose(): void
}

const itemClass = 'w-full justify-start pointer-coarse:h-11'
const gap = 4

/** Everything that can be done with one cell, and the whole of what the cell has no room for. */
export function CellMenu({ prediction, title, anchor, onOpenViewer, onShare, onClose }: CellMenuProps) {
  const root = useRef<HTMLDivElement>(null)
  const { runAgain, editResult } = useRunActions()
  const { isStarting } = useStartRun()
  const [copied, setCopied] = useState<string>()
  const [asset] = prediction.assets
  const writesParameters = useWritesParameters()

  useEffect(() => {
    const menu = root.current
    if (!menu) return
    menu.showPopover()
    place(menu, anchor)
    menu.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true })
  }, [anchor])

  function closing(act: () => void) {
    return () => {
      root.current?.hidePopover()
      act()
    }
  }

  return (
    <div
      ref={root}
      popover="auto"
      role="dialog"
      aria-label={`More for ${title}`}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
      className="fixed m-0 w-60 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-panel p-1.5 text-text shadow-xl"
    >
      <p className="px-2 py-1 text-xs font-semibold [overflow-wrap:anywhere]">{title}</p>
      {prediction.error && (
        <p
          className="max-h-60 overflow-y-auto px-2 pb-1 text-xs text-muted [overflow-wrap:anywhere]"
          tabIndex={0}
        >
          {prediction.error} {prediction.advice}
        </p>
      )}
      {asset && (
        <>
          <Button variant="quiet" className={itemClass} onClick={closing(onOpenViewer)}>
            <Maximize2 aria-hidden /> Open in the viewer
          </Button>
          <Button variant="quiet" className={itemClass} onClick={closing(() => editResult(asset))}>
            <Pencil aria-hidden /> Use as input
          </Button>
          <Button
            variant="quiet"
            className={itemClass}
            onClick={() => void copyPicture(asset.id).then(setCopied)}
          >
            <Copy aria-hidden /> <span aria-live="polite">{copied ?? 'Copy picture'}</span>
          </Button>
          <Button variant="quiet" className={itemClass} onClick={closing(onShare)}>
            <Share2 aria-hidden /> Share this result…
          </Button>
          {prediction.assets.flatMap((one, index) => {
            const number = prediction.assets.length > 1 ? ` ${index + 1}` : ''
            return [
              <DownloadItem key={one.id + index} {...downloadOf(prediction, index, false, writesParameters)}>
                Download{number && ` picture${number}`}
              </DownloadItem>,
              rawAnswer(prediction, index) && (
                <DownloadItem key={`raw ${index}`} {...downloadOf(prediction, index, true)}>
                  Download the model’s own answer{number}
                </DownloadItem>
              ),
            ]
          })}
          {takesParameters(asset) && <WriteParametersSwitch className="px-3 py-1.5" />}
        </>
      )}
      <Button
        variant="quiet"
        className={itemClass}
        disabled={isStarting}
        title="A new run of this cell alone, with a new seed"
        onClick={closing(() => runAgain(prediction))}
      >
        <RotateCw aria-hidden /> Run alone with a new seed
      </Button>
    </div>
  )
}

function DownloadItem(props: { href?: string; download?: string; children: ReactNode }) {
  const { href, download, children } = props
  return (
    <a className={buttonClass({ variant: 'quiet', className: itemClass })} href={href} download={download}>
      <Download aria-hidden /> <span>{children}</span>
    </a>
  )
}

/** Below its button, or above where there is no room, and within the window. */
function place(menu: HTMLElement, anchor: HTMLElement) {
  const button = anchor.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const below = button.bottom + gap
  const top = below + height <= window.innerHeight ? below : Math.max(gap, button.top - gap - height)
  const left = Math.min(Math.max(gap, button.right - width), window.innerWidth - width - gap)
  menu.style.top = `${top}px`
  menu.style.left = `${left}px`
}
