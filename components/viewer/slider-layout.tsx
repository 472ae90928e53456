import { memo, useSyncExternalStore, type CSSProperties, type KeyboardEvent } from 'react'
import { MoveHorizontal } from 'lucide-react'
import type { Frame } from './frame'
import { FramePicture } from './frame-picture'
import type { LiveValue } from './live-value'
import { Loupe } from './loupe'
import { OneStage } from './one-stage'
import { ProbeHandle } from './probe-handle'
import { regionOf, type Scene } from './scene'
import type { LayoutProps } from './viewer-tools'

/** Where the divider is, from the pane's left; the custom properties are written by OneStage. */
const divider = '(var(--region-left) + (100% - var(--region-left) - var(--region-right)) * var(--divider))'
const leftSide = {
  clipPath: `inset(0 calc(100% - ${divider}) 0 0)`,
  '--caption-right': `max(var(--region-right), calc(100% - ${divider}))`,
} as CSSProperties
const rightSide = {
  clipPath: `inset(0 0 0 calc(${divider}))`,
  '--caption-left': `max(var(--region-left), calc(${divider}))`,
} as CSSProperties

export interface SliderLayoutProps extends LayoutProps {
  scene: Scene
  left: Frame
  right: Frame
  /** Which of the two is the picture compared with. */
  flipped: boolean
}

/** One picture on the left of a divider, the other on the right of it: before and after, or, flipped, after and before. */
export const SliderLayout = memo(function SliderLayout(props: SliderLayoutProps) {
  const { scene, left, right, flipped, ...layout } = props
  const moveTo = (x: number) => {
    const region = regionOf(scene)
    const span = scene.zoom.pane().width - region.left - region.right
    scene.divider.set(limit(((x - region.left) / span) * 100))
  }
  const { heat, loupe } = layout.tools
  return (
    <OneStage scene={scene} {...layout} onTap={moveTo} onDrag={moveTo}>
      <div className="absolute inset-0" style={leftSide}>
        <FramePicture scene={scene} frame={left} heat={heat} caption={flipped ? 'After' : 'Before'} />
      </div>
      <div className="absolute inset-0" style={rightSide}>
        <FramePicture
          scene={scene}
          frame={right}
          heat={heat}
          caption={flipped ? 'Before' : 'After'}
          captionSide="right"
        />
      </div>
      <Divider position={scene.divider} />
      {loupe && <Loupe scene={scene} frames={[left, right]} />}
      <ProbeHandle scene={scene} tools={layout.tools} />
    </OneStage>
  )
})

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
function Divider({ position }: { position: LiveValue<number> }) {
  const rounded = Math.round(useSyncExternalStore(position.subscribe, position.get, position.get))

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    position.set(limit(step(position.get())))
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
      style={{ left: `calc(${divider})` }}
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
