import type { Size } from './frame'
import { liveValue } from './live-value'
import {
  closeUpScale,
  fitScale,
  fittedView,
  panBy,
  reveal,
  settleView,
  zoomAbout,
  type Bounds,
  type Point,
  type SettledView,
  type View,
} from './zoom-pan'

const centre: Point = { x: 0, y: 0 }
/** A view that has not changed for this long is worth fetching sharper pictures for. */
const restMs = 150

interface ZoomState extends Bounds {
  view: View
}

/**
 * One zoom and pan for everything the viewer shows. `frame` and `actual` as in zoom-pan.ts; a layout reports the size of
 * its panes (all equal) through `measure`, and until then there is nothing to draw.
 */
export interface Zoom {
  isReady(): boolean
  pane(): Size
  /** The smallest box that holds all pictures of the layout. */
  frame(): Size
  /** The view as it is drawn. */
  shown(): SettledView
  /** The scale at which a pixel of the after picture covers one pixel of the screen. */
  actual(): number
  /** Before the next paint after a change of anything above. */
  subscribe(this: void, listener: () => void): () => void
  /** Once changes have come to rest. */
  subscribeAtRest(this: void, listener: () => void): () => void
  measure(pane: Size): void
  limit(frame: Size, actual: number): void
  zoomBy(factor: number, about?: Point): void
  panBy(delta: Point): void
  fit(): void
  actualSize(): void
  /** Between the whole picture and a close-up about a point. */
  toggleCloseUp(about: Point): void
  /** Moves as little as brings a point of the world onto the pane. */
  reveal(point: Point): void
}

export function createZoom(): Zoom {
  const state = liveValue<ZoomState>({
    view: fittedView,
    pane: { width: 0, height: 0 },
    frame: { width: 1, height: 1 },
    actual: 1,
  })
  const resting = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  state.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(() => [...resting].forEach((listener) => listener()), restMs)
  })

  const isReady = () => state.get().pane.width > 0 && state.get().pane.height > 0

  function change(next: (view: View, bounds: Bounds) => View) {
    if (isReady()) state.set({ ...state.get(), view: next(state.get().view, state.get()) })
  }

  return {
    isReady,
    pane: () => state.get().pane,
    frame: () => state.get().frame,
    shown: () =>
      isReady()
        ? settleView(state.get().view, state.get())
        : { scale: 1, x: 0, y: 0, fitted: true, movable: false },
    actual: () => state.get().actual,
    subscribe: state.subscribe,
    subscribeAtRest(listener) {
      resting.add(listener)
      return () => resting.delete(listener)
    },
    measure(pane) {
      const known = state.get().pane
      if (known.width !== pane.width || known.height !== pane.height) state.setNow({ ...state.get(), pane })
    },
    limit(frame, actual) {
      const known = state.get()
      if (known.frame.width === frame.width && known.frame.height === frame.height && known.actual === actual)
        return
      state.setNow({ ...known, frame, actual })
    },
    zoomBy: (factor, about = centre) =>
      change((view, bounds) => zoomAbout(view, settleView(view, bounds).scale * factor, about, bounds)),
    panBy: (delta) => change((view, bounds) => panBy(view, delta, bounds)),
    fit: () => change(() => fittedView),
    // Asked for by name, so not taken for "fitted" even where the two are nearly the same.
    actualSize: () =>
      change((view, bounds) => ({
        ...zoomAbout(view, bounds.actual, centre, bounds),
        scale: bounds.actual,
      })),
    toggleCloseUp: (about) =>
      change((view, bounds) =>
        settleView(view, bounds).scale > fitScale(bounds) * 1.0001
          ? fittedView
          : zoomAbout(view, closeUpScale(bounds), about, bounds),
      ),
    reveal: (point) => change((view, bounds) => reveal(view, point, bounds)),
  }
}
