'use client'

import { useRef, useState, type KeyboardEvent } from 'react'
import { Maximize, Minimize } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { BlinkLayout } from './blink-layout'
import type { Frame } from './frame'
import { FrameStrip } from './frame-strip'
import { LayoutPicker, type Layout } from './layout-picker'
import { placementNote } from './place-frames'
import { useScene } from './scene'
import { SideLayout } from './side-layout'
import { SingleLayout } from './single-layout'
import { SliderLayout } from './slider-layout'
import { useBlink } from './use-blink'
import { useFullscreen } from './use-fullscreen'
import { ViewerFoot } from './viewer-foot'
import { ViewerHelp } from './viewer-help'
import { actionOf, panKeys, type ViewerAction } from './viewer-keys'
import { toolbarClass } from './viewer-shape'
import { ZoomBar, zoomStep } from './zoom-bar'

export type { Frame } from './frame'

export interface ViewerProps {
  /** Everything that can be shown, in the order of the strip; at least one. The strip appears from three on. */
  frames: Frame[]
  /** Id of the frame to compare with; without it, or where it is the same as `after`, one picture is shown alone. */
  before?: string
  /** Id of the frame shown as the result. */
  after: string
  onAfterChange?: (id: string) => void
  onBeforeChange?: (id: string) => void
  className?: string
}

/**
 * Shows two of N pictures, whole and never stretched, under one zoom and pan: with a divider, side by side, or
 * alternating in place. What the person chose stays when a frame changes. Fills the width it is given.
 */
export function Viewer({ frames, before, after, onAfterChange, onBeforeChange, className }: ViewerProps) {
  const root = useRef<HTMLDivElement>(null)
  const fullscreen = useFullscreen(root)
  const [layout, setLayout] = useState<Layout>('slider')
  const [divider, setDivider] = useState(50)
  const afterFrame = frames.find(({ id }) => id === after) ?? frames[0]
  const beforeFrame = frames.find(({ id }) => id === before && id !== afterFrame?.id)
  if (!afterFrame) throw new Error('Viewer needs at least one frame.')
  const scene = useScene(beforeFrame, afterFrame, fullscreen.active)
  const { zoom } = scene
  const blink = useBlink(layout === 'blink' && beforeFrame !== undefined)
  const pair = beforeFrame !== undefined
  const note = beforeFrame && placementNote(beforeFrame, afterFrame)

  function perform(action: ViewerAction): boolean {
    switch (action) {
      case 'slider':
      case 'side':
      case 'blink':
        setLayout(action)
        return pair
      case 'toggle':
        if (layout !== 'blink' || !pair) return false
        blink.toggle()
        return true
      case 'zoom-in':
        zoom.zoomBy(zoomStep)
        return true
      case 'zoom-out':
        zoom.zoomBy(1 / zoomStep)
        return true
      case 'fit':
        zoom.fit()
        return true
      case 'actual':
        zoom.actualSize()
        return true
      case 'fullscreen':
        fullscreen.toggle()
        return fullscreen.supported
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target as HTMLElement
    // A menu takes letters itself, a button takes Space, and radio buttons take arrows.
    if (target.closest('select, [popover]')) return
    if (event.key === ' ' && target.closest('button, [role=slider]')) return
    const direction = panKeys[event.key]
    if (direction) {
      if (!zoom.shown.movable || target.closest('input')) return
      zoom.panBy({ x: direction.x * zoom.pane.width * 0.15, y: direction.y * zoom.pane.height * 0.15 })
      event.preventDefault()
      return
    }
    const action = actionOf(event.key)
    if (action && perform(action)) event.preventDefault()
  }

  return (
    <div
      ref={root}
      role="group"
      aria-label={pair ? 'Picture viewer, before and after' : 'Picture viewer'}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={classNames(
        '@container flex min-w-0 flex-col gap-2 rounded-md text-text outline-offset-4',
        fullscreen.active && 'h-full bg-canvas p-3',
        className,
      )}
    >
      <div className={toolbarClass}>
        {pair && <LayoutPicker layout={layout} onChange={setLayout} />}
        <div className="ml-auto flex items-center">
          <ZoomBar zoom={zoom} of={pair ? 'the after picture' : 'the picture'} />
          {fullscreen.supported && (
            <Button
              variant="quiet"
              size="icon-small"
              className="pointer-coarse:size-11"
              aria-label={fullscreen.active ? 'Leave full screen' : 'Full screen'}
              title={fullscreen.active ? 'Leave full screen (F)' : 'Full screen (F)'}
              onClick={fullscreen.toggle}
            >
              {fullscreen.active ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
            </Button>
          )}
          <ViewerHelp />
        </div>
      </div>

      <div className="min-h-0 flex-1">
        {!pair && <SingleLayout scene={scene} />}
        {pair && layout === 'slider' && <SliderLayout scene={scene} position={divider} onMove={setDivider} />}
        {pair && layout === 'side' && <SideLayout scene={scene} />}
        {pair && layout === 'blink' && <BlinkLayout scene={scene} blink={blink} />}
      </div>

      <ViewerFoot note={note} movable={zoom.shown.movable} fullscreen={fullscreen.active} />

      {frames.length > 2 && onAfterChange && (
        <FrameStrip
          frames={frames}
          before={beforeFrame}
          after={afterFrame}
          onAfterChange={onAfterChange}
          onBeforeChange={onBeforeChange}
        />
      )}
    </div>
  )
}
