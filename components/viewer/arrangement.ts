import type { Frame } from './frame'
import type { Layout } from './layout'

/** What the person chose. Frames may come and go under it. */
export interface Choice {
  layout: Layout
  /** Only the current picture is shown. */
  solo: boolean
  /** In the place of each picture stands the one it is compared with. */
  flipped: boolean
  /** Pictures left out of the grid and of blinking. */
  hidden: ReadonlySet<string>
}

/** What follows from it for the frames there are. */
export interface Arrangement {
  /** One over the other with a divider; many panes; or one picture in one pane. */
  kind: 'slider' | 'grid' | 'stack'
  before?: Frame
  after: Frame
  /** The picture that keys and buttons act on: the one walked to last, else the after picture. */
  current: Frame
  /** All that keys can walk to, in order, with the current one. */
  walk: Frame[]
  /** What can be seen in this layout, if not all at one time. */
  shown: Frame[]
}

export function arrange(
  { layout, solo, hidden }: Choice,
  frames: readonly Frame[],
  chosen: { before?: Frame; after: Frame; current: Frame },
): Arrangement {
  const { before, after, current } = chosen
  const visible = frames.filter((frame) => !hidden.has(frame.id))
  const inOrder = frames.filter((frame) => !hidden.has(frame.id) || frame === current)
  if (solo || frames.length === 1) return { ...chosen, kind: 'stack', walk: inOrder, shown: [current] }
  if (layout === 'grid') return { ...chosen, kind: 'grid', walk: visible, shown: visible }
  if (layout === 'blink') return { ...chosen, kind: 'stack', walk: inOrder, shown: inOrder }
  const walk = frames.filter((frame) => frame !== before)
  // Nothing to put on the other side of a divider.
  if (!before) return { ...chosen, kind: 'stack', walk, shown: [current] }
  return {
    ...chosen,
    kind: 'slider',
    current: current === before ? after : current,
    walk,
    shown: [before, after],
  }
}

/** The frame so many places on, round the ends where `wraps`; undefined where there is none. */
export function walkTo({ walk, current }: Arrangement, step: number, wraps: boolean): Frame | undefined {
  const from = walk.indexOf(current)
  const to = from === -1 ? 0 : from + step
  const next = walk[wraps ? (to + walk.length) % walk.length : to]
  return next === current ? undefined : next
}

/** What stands in a frame's place when the person asks for the other one. */
export function otherOf({ before, after }: Pick<Arrangement, 'before' | 'after'>, frame: Frame): Frame {
  return frame === before ? after : (before ?? frame)
}

/** The frames with one left out or taken in again; never none. */
export function withHidden(
  hidden: ReadonlySet<string>,
  id: string,
  frames: readonly Frame[],
): ReadonlySet<string> {
  const next = new Set(hidden)
  if (!next.delete(id)) next.add(id)
  return frames.some((frame) => !next.has(frame.id)) ? next : hidden
}
