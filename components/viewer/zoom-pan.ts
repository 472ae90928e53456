import type { Size } from './frame'

/*
 * The arithmetic of one view shared by all shown pictures. World units are those of place-frames.ts with the origin at
 * the centre of the pictures; points on screen are CSS pixels from the centre of the pane.
 */

export interface Point {
  x: number
  y: number
}

/** What the person asked for. `scale` is CSS pixels per world unit, null while fitted; (x, y) is the pane's centre. */
export interface View extends Point {
  scale: number | null
}

/** What limits a view. `actual` is the scale at which a pixel of the after picture covers one pixel of the screen. */
export interface Bounds {
  frame: Size
  pane: Size
  actual: number
}

/** A view as it is drawn. */
export interface SettledView extends Point {
  scale: number
  /** The whole frame is shown as large as the pane allows. */
  fitted: boolean
  /** The frame is larger than the pane, so there is something to move. */
  movable: boolean
}

export interface ScreenBox extends Size {
  left: number
  top: number
}

export const fittedView: View = { scale: null, x: 0, y: 0 }

/** Beyond 3200 % a picture is a handful of squares. */
const mostTimesActual = 32
const mostTimesFit = 4

/** The scale at which the whole frame just fits the pane. */
export function fitScale({ frame, pane }: Bounds): number {
  return Math.min(pane.width / frame.width, pane.height / frame.height)
}

/** Small pictures may be shown smaller than the pane, down to their own pixels; large ones no smaller than fitted. */
export function clampScale(scale: number, bounds: Bounds): number {
  const fit = fitScale(bounds)
  const least = Math.min(fit, bounds.actual)
  const most = Math.max(fit * mostTimesFit, bounds.actual * mostTimesActual)
  return Math.min(Math.max(scale, least), most)
}

/** The view within its limits: a side that fits is centred, one that does not always fills the pane. */
export function settleView(view: View, bounds: Bounds): SettledView {
  const fit = fitScale(bounds)
  const scale = view.scale === null ? fit : clampScale(view.scale, bounds)
  const roomX = room(bounds.frame.width, bounds.pane.width / scale)
  const roomY = room(bounds.frame.height, bounds.pane.height / scale)
  return {
    scale,
    x: clamp(view.x, roomX),
    y: clamp(view.y, roomY),
    fitted: view.scale === null,
    movable: scale > fit * 1.0001,
  }
}

/** Zooms to `scale` so that what is under `point` stays under it, as far as the limits allow. */
export function zoomAbout(view: View, scale: number, point: Point, bounds: Bounds): View {
  const now = settleView(view, bounds)
  const next = clampScale(scale, bounds)
  const fit = fitScale(bounds)
  // Only on the way out: on the way in, the small steps of a trackpad could otherwise never leave the fitted view.
  if (next <= now.scale && Math.abs(next / fit - 1) < 0.01) return fittedView
  const moved = {
    scale: next,
    x: now.x + point.x / now.scale - point.x / next,
    y: now.y + point.y / now.scale - point.y / next,
  }
  const { x, y } = settleView(moved, bounds)
  return { scale: next, x, y }
}

/** Moves the picture by so many CSS pixels. */
export function panBy(view: View, delta: Point, bounds: Bounds): View {
  const now = settleView(view, bounds)
  const moved = { scale: view.scale, x: now.x - delta.x / now.scale, y: now.y - delta.y / now.scale }
  const { x, y } = settleView(moved, bounds)
  return { scale: view.scale, x, y }
}

/**
 * Where a double click goes from the fitted view: 100 %, or, where that is no real step in (dense screens, small
 * pictures), the first doubling that is.
 */
export function closeUpScale(bounds: Bounds): number {
  const fit = fitScale(bounds)
  let scale = bounds.actual
  while (scale < fit * 1.4) scale *= 2
  return scale
}

/** A box in the world, by its centre. */
export interface WorldBox extends Size, Point {}

/** A box on the pane, in CSS pixels from its top left, on whole device pixels so that 100 % is really sharp. */
export function screenBox(box: WorldBox, view: ViewedFrom, pane: Size, pixelRatio: number): ScreenBox {
  const snap = (length: number) => Math.round(length * pixelRatio) / pixelRatio
  const corner = { x: box.x - box.width / 2, y: box.y - box.height / 2 }
  const { x, y } = screenPoint(corner, view, pane)
  return {
    left: snap(x),
    top: snap(y),
    width: snap(box.width * view.scale),
    height: snap(box.height * view.scale),
  }
}

/** Where the view's centre is in the world, and how many CSS pixels a world unit has. */
export type ViewedFrom = Point & { scale: number }

/** From the world to CSS pixels from the pane's top left. */
export function screenPoint(point: Point, view: ViewedFrom, pane: Size): Point {
  return {
    x: pane.width / 2 + (point.x - view.x) * view.scale,
    y: pane.height / 2 + (point.y - view.y) * view.scale,
  }
}

/** From CSS pixels from the pane's top left to the world. */
export function worldPoint(point: Point, view: ViewedFrom, pane: Size): Point {
  return {
    x: view.x + (point.x - pane.width / 2) / view.scale,
    y: view.y + (point.y - pane.height / 2) / view.scale,
  }
}

/** Moves the view as little as brings `point` onto the pane. */
export function reveal(view: View, point: Point, bounds: Bounds): View {
  const now = settleView(view, bounds)
  const seen = { x: bounds.pane.width / now.scale / 2, y: bounds.pane.height / now.scale / 2 }
  const x = Math.min(Math.max(now.x, point.x - seen.x), point.x + seen.x)
  const y = Math.min(Math.max(now.y, point.y - seen.y), point.y + seen.y)
  const settled = settleView({ scale: view.scale, x, y }, bounds)
  return { scale: view.scale, x: settled.x, y: settled.y }
}

function room(frame: number, pane: number): number {
  return Math.max(0, (frame - pane) / 2)
}

function clamp(value: number, limit: number): number {
  return limit === 0 ? 0 : Math.min(Math.max(value, -limit), limit)
}
