import type { KeyboardEvent } from 'react'
import { MoveHorizontal } from 'lucide-react'
import { FramePicture } from './frame-picture'
import { PairStage } from './pair-stage'
import type { Scene } from './scene'

export interface DividerProps {
  /** Where the divider stands, in percent of the visible part of the pictures, from the left. */
  position: number
  onMove: (position: number) => void
}

/** Before on the left of a divider, after on the right of it. */
export function SliderLayout({ scene, position, onMove }: { scene: Scene } & DividerProps) {
  const { zoom, region, before, after, boxOf } = scene
  const span = zoom.pane.width - region.left - region.right
  const divider = region.left + (span * position) / 100
  const moveTo = (left: number) => onMove(limit(((left - region.left) / span) * 100))

  return (
    <PairStage scene={scene} onTap={moveTo} onDrag={moveTo}>
      {before && (
        <div className="absolute inset-0" style={{ clipPath: `inset(0 ${zoom.pane.width - divider}px 0 0)` }}>
          <FramePicture
            frame={before}
            boxOf={boxOf}
            caption="Before"
            region={{ left: region.left, right: Math.max(region.right, zoom.pane.width - divider) }}
          />
        </div>
      )}
      <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${divider}px)` }}>
        <FramePicture
          frame={after}
          boxOf={boxOf}
          caption="After"
          captionSide="right"
          region={{ left: Math.max(region.left, divider), right: region.right }}
        />
      </div>
      <Divider left={divider} position={position} onMove={onMove} />
    </PairStage>
  )
}

const steps: Record<string, (position: number) => number> = {
  ArrowLeft: (position) => position - 2,
  ArrowDown: (position) => position - 2,
  ArrowRight: (position) => position + 2,
  ArrowUp: (position) => position + 2,
  PageDown: (position) => position - 10,
  PageUp: (position) => position + 10,
  Home: () => 0,
  End: () => 100,
}

/** The line and its handle. Keys are taken here; the pane takes the pointer, as it must tell taps and pinches too. */
function Divider(props: DividerProps & { left: number }) {
  const { left, position, onMove } = props
  const rounded = Math.round(position)

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    onMove(limit(step(position)))
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Divider between before and after"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={rounded}
      aria-valuetext={`Before ${rounded} %, after ${100 - rounded} %`}
      onKeyDown={onKeyDown}
      className="group absolute inset-y-0 w-7 -translate-x-1/2 cursor-ew-resize touch-pan-y outline-none pointer-coarse:w-12"
      style={{ left }}
    >
      {/* White between two dark lines shows on any picture. */}
      <div className="absolute inset-y-0 left-1/2 w-0.5 -translate-x-1/2 bg-white shadow-[0_0_0_1px_rgb(0_0_0/0.45)]" />
      <div className="absolute top-1/2 left-1/2 flex size-9 -translate-1/2 items-center justify-center rounded-full border-2 border-black/60 bg-white text-black shadow group-focus-visible:outline-3 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent pointer-coarse:size-11">
        <MoveHorizontal aria-hidden className="size-5" />
      </div>
    </div>
  )
}

function limit(position: number): number {
  return Math.min(Math.max(position, 0), 100)
}
