import type { Point } from '@/lib/masks/mask'

/*
 * Where the picture lies on the screen. Points on screen are CSS pixels from the pane's top left, points of the picture
 * its own pixels; the screen's pixel ratio plays no part in going from one to the other.
 */

export interface Size {
  width: number
  height: number
}

export interface MaskView {
  /** CSS pixels per pixel of the picture. */
  scale: number
  /** The picture's top left corner on the pane. */
  left: number
  top: number
  /** Follows the pane's size, until it is zoomed or moved. */
  fitted: boolean
}

export interface ViewFrame {
  picture: Size
  pane: Size
  /** Device pixels per CSS pixel. */
  pixelRatio: number
}

/** Room around a fitted picture, so that its border can be painted over comfortably. */
const margin = 16
/** At least so much of the picture stays on the pane. */
const leastSeen = 48

export function fitView(frame: ViewFrame): MaskView {
  const { picture, pane } = frame
  const room = (side: number) => Math.max(1, side - 2 * Math.min(margin, side / 10))
  const scale = Math.min(
    room(pane.width) / picture.width,
    room(pane.height) / picture.height,
    // Small pictures are not blown up to single squares.
    8 / frame.pixelRatio,
  )
  const left = (pane.width - picture.width * scale) / 2
  const top = (pane.height - picture.height * scale) / 2
  return settled({ scale, left, top, fitted: true }, frame)
}

/** Zooms so that what is under `about` stays under it. */
export function zoomTo(view: MaskView, scale: number, about: Point, frame: ViewFrame): MaskView {
  const most = 32 / frame.pixelRatio
  const least = Math.min(fitView(frame).scale, 1 / frame.pixelRatio) / 4
  const next = Math.min(most, Math.max(least, scale))
  const { x, y } = toPicture(view, about)
  return settled({ scale: next, left: about.x - x * next, top: about.y - y * next, fitted: false }, frame)
}

export function panBy(view: MaskView, dx: number, dy: number, frame: ViewFrame): MaskView {
  return settled({ ...view, left: view.left + dx, top: view.top + dy, fitted: false }, frame)
}

/** The view after the pane has changed its size: fitted stays fitted, else the middle stays in the middle. */
export function resized(view: MaskView, before: Size, frame: ViewFrame): MaskView {
  if (view.fitted) return fitView(frame)
  const left = view.left + (frame.pane.width - before.width) / 2
  const top = view.top + (frame.pane.height - before.height) / 2
  return settled({ ...view, left, top }, frame)
}

/** Moves the view, if need be, so that a point of the picture is on the pane. */
export function showing(view: MaskView, point: Point, frame: ViewFrame): MaskView {
  const { x, y } = toScreen(view, point)
  const dx = Math.max(0, margin - x) + Math.min(0, frame.pane.width - margin - x)
  const dy = Math.max(0, margin - y) + Math.min(0, frame.pane.height - margin - y)
  return dx === 0 && dy === 0 ? view : panBy(view, dx, dy, frame)
}

export function toPicture(view: MaskView, { x, y }: Point): Point {
  return { x: (x - view.left) / view.scale, y: (y - view.top) / view.scale }
}

export function toScreen(view: MaskView, { x, y }: Point): Point {
  return { x: view.left + x * view.scale, y: view.top + y * view.scale }
}

/** On whole device pixels, so that 100 % is sharp, and never off the pane. */
function settled(view: MaskView, { picture, pane, pixelRatio }: ViewFrame): MaskView {
  const snap = (length: number) => Math.round(length * pixelRatio) / pixelRatio
  const hold = (start: number, length: number, room: number) => {
    const seen = Math.min(leastSeen, length)
    return Math.min(room - seen, Math.max(seen - length, start))
  }
  return {
    ...view,
    left: snap(hold(view.left, picture.width * view.scale, pane.width)),
    top: snap(hold(view.top, picture.height * view.scale, pane.height)),
  }
}
