import { useEffect, useEffectEvent, useRef, type PointerEvent, type RefObject } from 'react'
import type { Zoom } from './zoom'
import type { Point } from './zoom-pan'

/** A pointer that has moved less than this, in CSS pixels, has clicked. */
const clickSlop = 5
const doubleTapMs = 350
const doubleTapSlop = 30
/** A finger that went this far sideways, in CSS pixels, and twice as far as up or down, has swiped. */
const swipeDistance = 40
/** A wheel that has just zoomed out to fit is not handed to the page before it has come to rest this long. */
const wheelRestMs = 300

export interface StageGestures {
  zoom: Zoom
  /** The plain wheel zooms even while fitted: there is no page to scroll (full screen). */
  wheelAlwaysZooms?: boolean
  /** A click or tap, at CSS pixels from the pane's left. */
  onTap?: (left: number) => void
  /** A drag by the handle (role=slider), or across a picture that is not movable; CSS pixels from the pane's left. */
  onDrag?: (left: number) => void
  /** Where the pointer is, in CSS pixels from the pane's centre. A finger then points and does not move the picture. */
  onPoint?: (point: Point, touched: boolean) => void
  /** A finger went sideways across a picture that is not movable: 1 for the next picture, -1 for the one before. */
  onSwipe?: (step: 1 | -1) => void
}

type Mode = 'idle' | 'pressed' | 'panning' | 'dragging' | 'pointing' | 'pinching'

/**
 * Pointer, touch and wheel on a pane.
 *
 * The rule for the page: a plain wheel and one finger scroll the page while the picture is fitted, and zoom and move the
 * picture once it is zoomed; Ctrl or Meta with the wheel, a trackpad pinch and two fingers always zoom.
 */
export function useStageGestures(stage: RefObject<HTMLElement | null>, gestures: StageGestures) {
  const { zoom, onTap, onDrag, onPoint, onSwipe } = gestures
  const pointers = useRef(new Map<number, Point>())
  const mode = useRef<Mode>('idle')
  const origin = useRef<Point>({ x: 0, y: 0 })
  /** How far from the handle's middle it was taken hold of, so that it does not leap; undefined off the handle. */
  const grip = useRef<number>(undefined)
  const lastTap = useRef({ time: -Infinity, x: 0, y: 0 })
  const lastWheel = useRef(-Infinity)

  const wheel = useEffectEvent((event: WheelEvent) => {
    const resting = event.timeStamp - lastWheel.current > wheelRestMs
    const wanted = event.ctrlKey || event.metaKey || !zoom.shown().fitted || gestures.wheelAlwaysZooms
    if (!wanted && resting) return
    event.preventDefault()
    lastWheel.current = event.timeStamp
    if (!wanted) return
    zoom.zoomBy(wheelFactor(event), fromCentre(event))
  })

  useEffect(() => {
    const element = stage.current
    if (!element) return
    const onWheel = (event: WheelEvent) => wheel(event)
    const onTouchMove = (event: TouchEvent) => {
      // touch-action leaves one finger to the page; a second one must not scroll or zoom it.
      if (event.touches.length > 1 && event.cancelable) event.preventDefault()
    }
    // React registers both as passive, which could not keep the page from moving.
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('touchmove', onTouchMove, { passive: false })
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('touchmove', onTouchMove)
    }
  }, [stage])

  function fromCentre(event: { clientX: number; clientY: number }): Point {
    const box = stage.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    return {
      x: event.clientX - box.left - box.width / 2,
      y: event.clientY - box.top - box.height / 2,
    }
  }

  function fromLeft(point: Point): number {
    return point.x + zoom.pane().width / 2 - (grip.current ?? 0)
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0 || (event.target as Element).closest('button')) return
    const point = fromCentre(event)
    const handle = (event.target as Element).closest('[role=slider]')?.getBoundingClientRect()
    grip.current = handle && event.clientX - (handle.left + handle.width / 2)
    pointers.current.set(event.pointerId, point)
    mode.current = pointers.current.size > 1 ? 'pinching' : 'pressed'
    origin.current = point
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (event.pointerType === 'mouse') onPoint?.(fromCentre(event), false)
    const previous = pointers.current.get(event.pointerId)
    if (!previous) return
    // Released where no one told us.
    if (event.buttons === 0) return onPointerCancel(event)
    const point = fromCentre(event)
    if (mode.current === 'pinching') {
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
      if (other) pinch(previous, point, other)
    } else {
      if (mode.current === 'pressed' && distance(point, origin.current) > clickSlop) {
        mode.current = dragMode(event)
        // Not at once: a press must go to what is under it, which takes the focus.
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      if (mode.current === 'panning') pan(previous, point, event.pointerType)
      if (mode.current === 'dragging') onDrag?.(fromLeft(point))
      if (mode.current === 'pointing') onPoint?.(point, event.pointerType === 'touch')
    }
    // While pressed, the way to the threshold is kept, so that the picture does not lag behind the pointer by it. Told
    // anew, because the pane itself may have been scrolled.
    if (mode.current !== 'pressed') pointers.current.set(event.pointerId, fromCentre(event))
  }

  /** Where the picture has come to its end, a finger scrolls the grid on: it has no other way to the panes below. */
  function pan(previous: Point, point: Point, pointerType: string) {
    const before = zoom.shown()
    zoom.panBy({ x: point.x - previous.x, y: point.y - previous.y })
    if (pointerType !== 'touch') return
    const moved = (before.y - zoom.shown().y) * before.scale
    const beyond = point.y - previous.y - moved
    stage.current?.closest('ul')?.scrollBy({ top: -beyond, behavior: 'instant' })
  }

  function dragMode({ pointerType }: PointerEvent): Mode {
    if (grip.current !== undefined) return 'dragging'
    if (onPoint && pointerType !== 'mouse') return 'pointing'
    return zoom.shown().movable ? 'panning' : 'dragging'
  }

  function pinch(previous: Point, point: Point, other: Point) {
    const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 }
    zoom.zoomBy(distance(point, other) / Math.max(1, distance(previous, other)), middle)
    zoom.panBy({ x: (point.x - previous.x) / 2, y: (point.y - previous.y) / 2 })
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    if (!pointers.current.delete(event.pointerId)) return
    const point = fromCentre(event)
    if (mode.current === 'pressed') tap(point, event)
    if (mode.current === 'dragging' && event.pointerType === 'touch') swipe(point)
    // The finger that stays after a pinch goes on by moving the picture.
    mode.current = pointers.current.size === 1 && zoom.shown().movable ? 'panning' : 'idle'
  }

  function swipe(point: Point) {
    const way = { x: point.x - origin.current.x, y: point.y - origin.current.y }
    if (Math.abs(way.x) < swipeDistance || Math.abs(way.x) < 2 * Math.abs(way.y)) return
    onSwipe?.(way.x < 0 ? 1 : -1)
  }

  function tap(point: Point, { timeStamp: time, pointerType }: PointerEvent) {
    if (pointerType !== 'mouse') onPoint?.(point, pointerType === 'touch')
    const last = lastTap.current
    const double = time - last.time < doubleTapMs && distance(point, last) < doubleTapSlop
    lastTap.current = double ? { time: -Infinity, x: 0, y: 0 } : { time, ...point }
    onTap?.(fromLeft(point))
    if (double) zoom.toggleCloseUp(point)
  }

  function onPointerCancel(event: PointerEvent<HTMLElement>) {
    pointers.current.delete(event.pointerId)
    if (pointers.current.size === 0) mode.current = 'idle'
  }

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel }
}

/** One notch of a mouse wheel is about a quarter; a trackpad's pinch arrives as many small steps with Ctrl set. */
function wheelFactor(event: WheelEvent): number {
  const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 32 : event.deltaY
  const step = -pixels * (event.ctrlKey ? 0.01 : 0.0022)
  return Math.exp(Math.min(Math.max(step, -0.25), 0.25))
}

function distance(first: Point, second: Point): number {
  return Math.hypot(first.x - second.x, first.y - second.y)
}
