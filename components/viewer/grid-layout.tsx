import { memo, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Frame } from './frame'
import { GridPane } from './grid-pane'
import { gridGap, gridShape } from './grid-shape'
import type { Scene } from './scene'
import { scrollWithin } from './scroll-within'
import { useRegion } from './use-region'
import type { LayoutProps } from './viewer-tools'

/** What a scroll bar takes, in CSS pixels, where it takes anything. */
const scrollBar = 14
/** Where the viewer has no height of its own, as for one pane: see paneClass. */
const leastHeight = 320
const besideGrid = 320

export interface GridLayoutProps extends LayoutProps {
  scene: Scene
  frames: readonly Frame[]
  current: Frame
  /** How many there will be once all have come: their places are kept. */
  expected: number
  /** What stands on the pane of a frame in its place, if anything does. */
  insteadOf: (frame: Frame) => Frame | undefined
  captionOf: (frame: Frame) => string | undefined
  onChoose: (id: string) => void
}

/** Any number of pictures beside each other on panes of equal size; they move together. */
export const GridLayout = memo(function GridLayout(props: GridLayoutProps) {
  const { scene, tools, fill, frames, current, expected, insteadOf, captionOf, onChoose } = props
  const { zoom, columns, reference } = scene
  const list = useRef<HTMLUListElement>(null)
  const [area, setArea] = useState<{ width: number; height: number }>()
  const count = Math.max(frames.length, expected)
  const aspect = reference.width / reference.height
  const shape = area && shapeWithin(area, count, aspect)
  // The pane in hand has its crosshair or lens at once, the other 63 a moment later.
  const laterTools = useDeferredValue(tools)
  useRegion(list, scene)

  useLayoutEffect(() => {
    const element = list.current?.parentElement
    if (!element) return
    const measure = () => {
      const height = fill ? element.clientHeight : Math.max(leastHeight, window.innerHeight - besideGrid)
      setArea((known) =>
        known?.width === element.clientWidth && known.height === height
          ? known
          : { width: element.clientWidth, height },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [fill])

  useLayoutEffect(() => {
    if (!shape) return
    zoom.measure({ width: shape.paneWidth, height: shape.paneHeight })
    columns.set(shape.columns)
  })

  useEffect(() => {
    if (list.current) scrollWithin(list.current, list.current.children[frames.indexOf(current)])
  }, [current, frames])

  return (
    <div className={fill ? 'h-full min-h-0' : undefined}>
      <ul
        ref={list}
        // Said, as Safari takes a list without bullets for none; and to be scrolled by keys, it must take the focus.
        role="list"
        aria-label="Pictures in the grid"
        tabIndex={shape?.scrolls ? 0 : undefined}
        className="relative grid max-h-full justify-center overflow-y-auto [scrollbar-width:thin]"
        style={
          shape && {
            gap: gridGap,
            gridTemplateColumns: `repeat(${shape.columns}, ${shape.paneWidth}px)`,
            gridAutoRows: `${shape.paneHeight}px`,
            maxHeight: fill ? undefined : area.height,
          }
        }
      >
        {shape &&
          frames.map((frame) => (
            <GridPane
              key={frame.id}
              scene={scene}
              tools={frame === current ? tools : laterTools}
              frame={frame}
              instead={insteadOf(frame)}
              caption={captionOf(frame)}
              insteadCaption={captionOf(insteadOf(frame) ?? frame)}
              chosen={frame === current}
              wheelAlwaysZooms={fill && !shape.scrolls}
              onChoose={onChoose}
            />
          ))}
      </ul>
    </div>
  )
})

function shapeWithin(area: { width: number; height: number }, count: number, aspect: number) {
  const shape = gridShape(count, aspect, area)
  return shape.scrolls ? gridShape(count, aspect, { ...area, width: area.width - scrollBar }) : shape
}
