import type { StrokePoint } from '@/lib/masks/stroke'

/** A place on the pane in CSS pixels, with the pressure there. */
export type PanePoint = StrokePoint

/** What a pointer event says. */
export interface PointerNews {
  id: number
  type: 'mouse' | 'pen' | 'touch'
  /** As in PointerEvent; 5 or the bit 32 is the other end of a pen. */
  button: number
  buttons: number
  /** Milliseconds. */
  time: number
  point: PanePoint
  /** All places since the last news, the last one included. */
  way: readonly PanePoint[]
}

/** Who does what the pointers ask for. */
export interface Hand {
  start(point: PanePoint, erase: boolean): void
  to(way: readonly PanePoint[]): void
  finish(): void
  /** It was no stroke: a palm, or the first finger of two. */
  discard(): void
  panBy(dx: number, dy: number): void
  zoomBy(factor: number, about: { x: number; y: number }): void
}

export interface RouterOptions {
  /** The space bar is held: whatever is pressed moves the picture. */
  panKey(): boolean
  /** Fingers paint even though a pen is there. */
  fingersPaint(): boolean
  /** The first time a pen is seen. */
  onPen(): void
}

/** A finger's stroke that is younger, or shorter, than this when a second finger comes was the start of a pinch. */
const youngMs = 400
const shortWay = 12

/**
 * Who paints and who moves. The mouse paints with its main button and moves with the middle one; one finger paints and
 * two move and zoom; once a pen has been seen, fingers only move, so that a resting hand does no harm. Knows nothing of
 * the page: pure, for tests.
 */
export function createPointerRouter(hand: Hand, options: RouterOptions) {
  let penSeen = false
  let mode: 'idle' | 'painting' | 'panning' | 'pinching' = 'idle'
  /** The pointers that take part in what is going on. */
  const active = new Map<number, PointerNews>()
  let began = { time: 0, x: 0, y: 0 }
  let wentFar = false

  function begin(news: PointerNews, next: typeof mode) {
    active.set(news.id, news)
    mode = next
    if (mode !== 'painting') return
    began = { time: news.time, x: news.point.x, y: news.point.y }
    wentFar = false
    hand.start(news.point, news.type === 'pen' && (news.button === 5 || (news.buttons & 32) !== 0))
  }

  function penDown(news: PointerNews) {
    if (!penSeen) options.onPen()
    penSeen = true
    // Fingers that were there first are the hand that holds the pen.
    if ([...active.values()].some(({ type }) => type === 'touch')) {
      if (mode === 'painting') hand.discard()
      active.clear()
      mode = 'idle'
    }
    if (mode === 'idle') begin(news, options.panKey() ? 'panning' : 'painting')
  }

  function touchDown(news: PointerNews) {
    const others = [...active.values()]
    if (others.some(({ type }) => type !== 'touch') || others.length > 1) return
    if (others.length === 0)
      return begin(news, (penSeen && !options.fingersPaint()) || options.panKey() ? 'panning' : 'painting')
    if (mode === 'painting') {
      if (news.time - began.time < youngMs || !wentFar) hand.discard()
      else hand.finish()
    }
    begin(news, 'pinching')
  }

  function pinch(news: PointerNews, before: PointerNews) {
    const other = [...active.values()].find(({ id }) => id !== news.id)
    if (!other) return
    const distance = (a: PointerNews) => Math.hypot(a.point.x - other.point.x, a.point.y - other.point.y)
    const about = { x: (news.point.x + other.point.x) / 2, y: (news.point.y + other.point.y) / 2 }
    hand.panBy((news.point.x - before.point.x) / 2, (news.point.y - before.point.y) / 2)
    hand.zoomBy(distance(news) / Math.max(1, distance(before)), about)
  }

  function leave(news: PointerNews, isCanceled: boolean) {
    if (!active.delete(news.id)) return
    if (mode === 'painting') {
      // A canceled touch was a palm or a gesture of the system; a pen or a mouse that goes has still painted.
      if (isCanceled && news.type === 'touch') hand.discard()
      else hand.finish()
    }
    // The finger that stays after a pinch moves the picture, and does not begin to paint.
    mode = active.size > 0 ? 'panning' : 'idle'
  }

  return {
    down(news: PointerNews): void {
      if (news.type === 'pen') return penDown(news)
      if (news.type === 'touch') return touchDown(news)
      if (mode !== 'idle') return
      if (news.button === 1 || (news.button === 0 && options.panKey())) begin(news, 'panning')
      else if (news.button === 0) begin(news, 'painting')
    },

    move(news: PointerNews): void {
      const before = active.get(news.id)
      if (!before) return
      active.set(news.id, news)
      if (mode === 'panning') hand.panBy(news.point.x - before.point.x, news.point.y - before.point.y)
      if (mode === 'pinching') pinch(news, before)
      if (mode !== 'painting') return
      wentFar ||= Math.hypot(news.point.x - began.x, news.point.y - began.y) > shortWay
      hand.to(news.way)
    },

    up: (news: PointerNews): void => leave(news, false),
    cancel: (news: PointerNews): void => leave(news, true),

    /** The one that paints is given up, as by Esc; the pointer does nothing more until it is pressed anew. */
    drop(): void {
      active.clear()
      mode = 'idle'
    },
    isIdle: () => mode === 'idle',
  }
}

export type PointerRouter = ReturnType<typeof createPointerRouter>
