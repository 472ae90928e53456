import type { PanePoint, PointerNews, PointerRouter } from './pointer-router'

interface PointerListeners {
  /** The pointer is there without a button, or has gone. CSS pixels on the pane. */
  onHover(point: { x: number; y: number } | undefined): void
  onWheel(factor: number, about: { x: number; y: number }): void
}

/** Brings the page's pointer and wheel events to the router; answers how to stop it. */
export function bindPointers(
  pane: HTMLElement,
  router: PointerRouter,
  listeners: PointerListeners,
): () => void {
  const ended = new AbortController()
  const { signal } = ended

  function place(event: MouseEvent, box = pane.getBoundingClientRect()) {
    return { x: event.clientX - box.left - pane.clientLeft, y: event.clientY - box.top - pane.clientTop }
  }

  function newsOf(event: PointerEvent): PointerNews {
    const box = pane.getBoundingClientRect()
    const isPen = event.pointerType === 'pen'
    // Mice and most fingers can't tell how hard they press.
    const panePoint = (each: PointerEvent): PanePoint => ({
      ...place(each, box),
      pressure: isPen ? Math.max(0.02, each.pressure) : 1,
    })
    const coalesced = event.type === 'pointermove' ? (event.getCoalescedEvents?.() ?? []) : []
    return {
      id: event.pointerId,
      type: isPen ? 'pen' : event.pointerType === 'touch' ? 'touch' : 'mouse',
      button: event.button,
      buttons: event.buttons,
      time: event.timeStamp,
      point: panePoint(event),
      way: coalesced.length > 0 ? coalesced.map(panePoint) : [panePoint(event)],
    }
  }

  pane.addEventListener(
    'pointerdown',
    (event) => {
      // No text selection, no scrolling by the middle button; so the focus must be moved by hand.
      event.preventDefault()
      pane.focus({ preventScroll: true })
      capture(pane, event.pointerId)
      router.down(newsOf(event))
      listeners.onHover(place(event))
    },
    { signal },
  )
  pane.addEventListener(
    'pointermove',
    (event) => {
      router.move(newsOf(event))
      listeners.onHover(event.pointerType === 'touch' ? undefined : place(event))
    },
    { signal },
  )
  const onUp = (event: PointerEvent) => {
    router.up(newsOf(event))
    if (event.pointerType === 'touch') listeners.onHover(undefined)
  }
  pane.addEventListener('pointerup', onUp, { signal })
  pane.addEventListener('pointercancel', (event) => router.cancel(newsOf(event)), { signal })
  // The capture may be taken away without either of them; after them the router knows nothing of it any more.
  pane.addEventListener('lostpointercapture', onUp, { signal })
  pane.addEventListener('pointerleave', () => listeners.onHover(undefined), { signal })
  pane.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
  pane.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      listeners.onWheel(wheelFactor(event), place(event))
    },
    { signal, passive: false },
  )
  return () => ended.abort()
}

/** Keeps the stroke going outside the pane. A pointer that is made up by a test or has just gone can't be captured. */
function capture(pane: HTMLElement, id: number): void {
  try {
    pane.setPointerCapture(id)
  } catch {
    // It then ends at the pane's border.
  }
}

/** One notch of a mouse wheel is about a quarter; a trackpad's pinch arrives as many small steps with Ctrl set. */
function wheelFactor(event: WheelEvent): number {
  const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 32 : event.deltaY
  const step = -pixels * (event.ctrlKey && Math.abs(pixels) < 50 ? 0.01 : 0.0022)
  return Math.exp(Math.min(Math.max(step, -0.25), 0.25))
}
