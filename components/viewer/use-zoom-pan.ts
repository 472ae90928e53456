import { useState } from 'react'
import type { Size } from './frame'
import {
  closeUpScale,
  fitScale,
  fittedView,
  panBy,
  settleView,
  zoomAbout,
  type Point,
  type View,
} from './zoom-pan'

const centre: Point = { x: 0, y: 0 }

/**
 * One zoom and pan for everything the viewer shows. `frame` and `actual` as in zoom-pan.ts. A layout reports the size of
 * its panes (all equal) through `measure`; until then there is nothing to draw and `ready` is false.
 */
export function useZoomPan(frame: Size, actual: number) {
  const [view, setView] = useState<View>(fittedView)
  const [pane, setPane] = useState<Size>({ width: 0, height: 0 })
  const bounds = { frame, pane, actual }
  const ready = pane.width > 0 && pane.height > 0
  const shown = ready ? settleView(view, bounds) : { scale: 1, x: 0, y: 0, fitted: true, movable: false }

  function change(next: (view: View) => View) {
    if (ready) setView(next)
  }

  return {
    pane,
    ready,
    shown,
    /** Screen pixels per pixel of the after picture. */
    magnification: shown.scale / actual,
    measure: (size: Size) =>
      setPane((known) => (known.width === size.width && known.height === size.height ? known : size)),
    zoomBy: (factor: number, about: Point = centre) =>
      change((view) => zoomAbout(view, settleView(view, bounds).scale * factor, about, bounds)),
    panBy: (delta: Point) => change((view) => panBy(view, delta, bounds)),
    fit: () => change(() => fittedView),
    actualSize: () =>
      change((view) => {
        const zoomed = zoomAbout(view, actual, centre, bounds)
        // Asked for by name, so not taken for "fitted" even where the two are nearly the same.
        return { ...zoomed, scale: actual }
      }),
    toggleCloseUp: (about: Point) =>
      change((view) =>
        settleView(view, bounds).scale > fitScale(bounds) * 1.0001
          ? fittedView
          : zoomAbout(view, closeUpScale(bounds), about, bounds),
      ),
  }
}

export type ZoomPan = ReturnType<typeof useZoomPan>
