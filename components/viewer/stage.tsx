import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Scene } from './scene'
import { useStageGestures, type StageGestures } from './use-stage-gestures'
import { useIsReady } from './use-zoom'
import { worldPoint } from './zoom-pan'

export interface StageProps extends Omit<StageGestures, 'zoom' | 'onPoint'> {
  scene: Scene
  /** Crosshair or loupe follow the pointer. */
  probing: boolean
  /** The only pane of its layout: its size is that of all panes. */
  measures?: boolean
  className?: string
  children: ReactNode
}

/** A pane in which pictures are drawn and moved. */
export function Stage({ scene, probing, measures = false, className, children, ...gestures }: StageProps) {
  const stage = useRef<HTMLDivElement>(null)
  const { zoom, probe } = scene
  const ready = useIsReady(zoom)

  // Not rendered: of 64 panes it changes with one key.
  useLayoutEffect(() => {
    const write = () => stage.current?.toggleAttribute('data-movable', zoom.shown().movable)
    write()
    return zoom.subscribe(write)
  }, [zoom])

  const handlers = useStageGestures(stage, {
    ...gestures,
    zoom,
    onPoint: probing
      ? (point, touched) => {
          const { width, height } = zoom.pane()
          const onPane = { x: point.x + width / 2, y: point.y + height / 2 }
          probe.set({ ...worldPoint(onPane, zoom.shown(), zoom.pane()), touched })
        }
      : undefined,
  })

  // At once, and before anything is drawn in it: pictures are asked for at the size of this pane, not of the last layout's.
  const [measured, setMeasured] = useState(!measures)
  useLayoutEffect(() => {
    const element = stage.current
    if (!element || !measures) return
    const measure = () => {
      zoom.measure({ width: element.clientWidth, height: element.clientHeight })
      setMeasured(true)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [measures, zoom])

  return (
    <div
      ref={stage}
      {...handlers}
      className={classNames(
        'relative isolate min-h-0 min-w-0 overflow-hidden rounded-md bg-raised select-none',
        'data-movable:cursor-grab data-movable:active:cursor-grabbing',
        // Fitted, a finger that goes up or down scrolls the page; one that goes sideways may drag or swipe.
        probing ? 'touch-none' : 'touch-pan-y data-movable:touch-none',
        className,
      )}
    >
      {measured && ready && children}
    </div>
  )
}
