import type { ReactNode } from 'react'
import { Maximize, Redo2, Undo2, X, ZoomIn, ZoomOut } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Painter } from './painter'
import { PainterHelp } from './painter-help'
import { backToStage } from './tool-buttons'
import { usePainterState } from './use-painter-state'

interface PainterBarProps {
  painter: Painter
  titleId: string
  onClose(): void
  onSave(): void
}

/** The head of the painter: undo, zoom, and the two ways out. */
export function PainterBar({ painter, titleId, onClose, onSave }: PainterBarProps) {
  const { canUndo, canRedo, busy, magnification } = usePainterState(painter)
  const percent = magnification < 0.1 ? (magnification * 100).toFixed(1) : Math.round(magnification * 100)
  return (
    <header className="flex min-w-0 items-center gap-1 border-b border-line bg-panel px-2 py-1.5">
      <BarButton painter={painter} name="Close" onClick={onClose}>
        <X aria-hidden />
      </BarButton>
      <h2 id={titleId} className="mr-2 text-base font-semibold max-[22rem]:sr-only">
        Mask
      </h2>
      <BarButton painter={painter} name="Undo" keys="Control+Z" isOff={!canUndo} onClick={painter.undo}>
        <Undo2 aria-hidden />
      </BarButton>
      <BarButton
        painter={painter}
        name="Do again"
        keys="Control+Shift+Z"
        isOff={!canRedo}
        onClick={painter.redo}
      >
        <Redo2 aria-hidden />
      </BarButton>
      <div className="mx-auto hidden items-center gap-1 md:flex">
        <BarButton painter={painter} name="Zoom out" onClick={() => painter.zoomBy(0.8)}>
          <ZoomOut aria-hidden />
        </BarButton>
        <Button
          variant="quiet"
          className="w-18 tabular-nums"
          aria-label={`Zoom ${percent} %. Show at 100 %.`}
          title="Show at 100 %"
          onClick={(event) => {
            painter.zoomTo(1)
            backToStage(painter, event)
          }}
        >
          {percent} %
        </Button>
        <BarButton painter={painter} name="Zoom in" onClick={() => painter.zoomBy(1.25)}>
          <ZoomIn aria-hidden />
        </BarButton>
        <BarButton painter={painter} name="Whole picture" onClick={painter.fit}>
          <Maximize aria-hidden />
        </BarButton>
      </div>
      <div className="ml-auto flex items-center gap-1 md:ml-0">
        <PainterHelp painter={painter} />
        <Button
          variant="primary"
          className="pointer-coarse:h-11"
          disabled={busy !== undefined}
          onClick={onSave}
        >
          Save mask
        </Button>
      </div>
    </header>
  )
}

interface BarButtonProps {
  painter: Painter
  name: string
  keys?: string
  /** Stays focusable, so that undoing the last step does not lose the keyboard's place. */
  isOff?: boolean
  onClick(): void
  children: ReactNode
}

function BarButton({ painter, name, keys, isOff, onClick, children }: BarButtonProps) {
  return (
    <Button
      variant="quiet"
      size="icon-medium"
      className="pointer-coarse:size-11"
      aria-label={name}
      aria-keyshortcuts={keys}
      aria-disabled={isOff ? true : undefined}
      title={keys ? `${name} (${keys.replaceAll('+', ' ')})` : name}
      onClick={(event) => {
        if (!isOff) onClick()
        backToStage(painter, event)
      }}
    >
      {children}
    </Button>
  )
}
