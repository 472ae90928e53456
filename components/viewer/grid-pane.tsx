import { memo, startTransition, useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { Crosshair } from './crosshair'
import type { Frame } from './frame'
import { FramePicture } from './frame-picture'
import { Loupe } from './loupe'
import { ProbeHandle } from './probe-handle'
import type { Scene } from './scene'
import { Stage } from './stage'
import type { Tools } from './viewer-tools'

export interface GridPaneProps {
  scene: Scene
  tools: Tools
  frame: Frame
  /** What is drawn in its place for the moment. */
  instead?: Frame
  caption?: string
  insteadCaption?: string
  chosen: boolean
  wheelAlwaysZooms: boolean
  /** Must stay the same function: a pane renders again only where something of it has changed. */
  onChoose: (id: string) => void
}

/** One of many panes. What is far out of sight costs nothing: its pictures are neither fetched nor moved. */
export const GridPane = memo(function GridPane(props: GridPaneProps) {
  const { scene, tools, frame, instead, caption, insteadCaption, chosen, wheelAlwaysZooms, onChoose } = props
  const pane = useRef<HTMLLIElement>(null)
  const isNear = useIsNear(pane)
  const onPress = useCallback(() => onChoose(frame.id), [onChoose, frame.id])
  return (
    <li
      ref={pane}
      aria-current={chosen || undefined}
      className="relative min-w-0 rounded-md bg-raised [--caption-left:0px] [--caption-right:0px]"
    >
      {isNear && (
        <Stage
          scene={scene}
          probing={tools.loupe || tools.crosshair}
          wheelAlwaysZooms={wheelAlwaysZooms}
          onTap={onPress}
          className="size-full"
        >
          {/* Kept while another stands in its place, so that it is back at once. */}
          <div className={instead && 'invisible'}>
            <FramePicture
              scene={scene}
              frame={frame}
              heat={tools.heat}
              caption={caption}
              onCaption={onPress}
              chosen={chosen}
            />
          </div>
          {instead && (
            <FramePicture scene={scene} frame={instead} heat={tools.heat} caption={insteadCaption} />
          )}
          {tools.crosshair && <Crosshair scene={scene} />}
          {tools.loupe && <Loupe scene={scene} frames={[instead ?? frame]} />}
          {chosen && <ProbeHandle scene={scene} tools={tools} />}
        </Stage>
      )}
      {chosen && (
        <div className="pointer-events-none absolute inset-0 rounded-md shadow-[inset_0_0_0_3px_var(--accent),inset_0_0_0_4px_var(--panel)]" />
      )}
    </li>
  )
})

/** Whether an element can be seen in what scrolls it, or soon could. */
function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(
      // Not at once: many come near at one time, and a key must not wait for all of them.
      (entries) => startTransition(() => setIsNear(entries.at(-1)?.isIntersecting ?? false)),
      {
        root: element.current.closest('ul'),
        rootMargin: '50% 0px',
      },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return isNear
}
