import { useEffect, useId, useRef, useState } from 'react'
import { assetUrl } from '@/lib/assets/asset-urls'
import { classNames } from '@/components/ui/class-names'
import type { Painter } from './painter'
import { usePainterState } from './use-painter-state'

/** The picture with the mask over it, where all the painting is. */
export function PainterStage({ painter }: { painter: Painter }) {
  const id = useId()
  const pane = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLImageElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const guides = useRef<HTMLCanvasElement>(null)
  const [isBroken, setIsBroken] = useState(false)
  const { busy, magnification, settings } = usePainterState(painter)
  const { width, height } = painter.picture

  useEffect(() => {
    if (!pane.current || !picture.current || !overlay.current || !guides.current) return
    const detach = painter.attach({
      pane: pane.current,
      picture: picture.current,
      overlay: overlay.current,
      guides: guides.current,
    })
    painter.focus()
    return detach
  }, [painter])

  return (
    <div className="relative min-h-0 min-w-0">
      <div
        ref={pane}
        // All its keys are its own: a screen reader hands them through.
        role="application"
        tabIndex={0}
        aria-label={`Mask of the picture, ${width} × ${height} px`}
        aria-describedby={id}
        aria-busy={busy !== undefined}
        data-magnification={magnification}
        className={classNames(
          'absolute inset-0 touch-none overflow-hidden bg-raised select-none focus-visible:-outline-offset-2',
          settings.tool === 'hand' ? 'cursor-grab active:cursor-grabbing' : 'cursor-crosshair',
        )}
        onKeyDown={(event) => {
          if (painter.stageKey(event.nativeEvent)) event.preventDefault()
        }}
        onKeyUp={(event) => painter.stageKeyUp(event.nativeEvent)}
      >
        <img
          ref={picture}
          src={assetUrl(painter.picture.id)}
          alt=""
          draggable={false}
          className={classNames(
            'pointer-events-none absolute max-w-none',
            painter.picture.hasAlpha ? 'checkerboard' : 'bg-panel',
          )}
          onError={() => setIsBroken(true)}
        />
        <canvas ref={overlay} aria-hidden className="pointer-events-none absolute top-0 left-0" />
        <canvas ref={guides} aria-hidden className="pointer-events-none absolute top-0 left-0" />
      </div>
      <p id={id} className="sr-only">
        Arrows move the cursor. Enter begins and ends with the chosen tool. The tools are the buttons before
        the picture.
      </p>
      {isBroken ? (
        <p
          role="alert"
          className="absolute inset-x-4 top-4 rounded-md border border-line bg-panel p-3 text-danger"
        >
          The picture could not be loaded. Close the painter and open it again.
        </p>
      ) : null}
      {busy ? (
        <p className="absolute inset-x-0 top-4 mx-auto w-fit rounded-full border border-line bg-panel px-4 py-2 shadow-lg">
          {busy}…
        </p>
      ) : null}
    </div>
  )
}
