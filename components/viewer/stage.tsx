import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { useStageGestures, type StageGestures } from './use-stage-gestures'

/**
 * A pane in which pictures are drawn and moved. Where a layout has several they are equally large, and one `measures`
 * for all.
 */
export function Stage({
  measures = false,
  className,
  children,
  ...gestures
}: StageGestures & { measures?: boolean; className?: string; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null)
  const { zoom } = gestures
  const handlers = useStageGestures(stage, gestures)

  const measured = useEffectEvent((element: HTMLElement) => {
    zoom.measure({ width: element.clientWidth, height: element.clientHeight })
  })
  useEffect(() => {
    const element = stage.current
    if (!element || !measures) return
    const observer = new ResizeObserver(() => measured(element))
    observer.observe(element)
    return () => observer.disconnect()
  }, [measures])

  return (
    <div
      ref={stage}
      {...handlers}
      className={classNames(
        'relative isolate min-h-0 min-w-0 overflow-hidden rounded-md bg-raised select-none',
        // Fitted, a finger that goes up or down scrolls the page; one that goes sideways may drag the divider.
        zoom.shown.movable ? 'cursor-grab touch-none active:cursor-grabbing' : 'touch-pan-y',
        className,
      )}
    >
      {zoom.ready && children}
    </div>
  )
}
