import type { Size } from './frame'
import type { Point, ScreenBox, WorldBox } from './zoom-pan'

/** CSS pixels across a lens, where the pane has room. */
const lensSize = 160
/** Of a pane's height: what is around must stay to be seen. */
const mostOfPane = 0.6
/** How far above a finger a lens floats. */
const liftAboveFinger = 24

/** Times the size of the picture's own pixels on the screen. */
export const lensPowers = [4, 8] as const
export type LensPower = (typeof lensPowers)[number]

/** CSS pixels per world unit in a lens: never less than twice what the pane itself shows. */
export function lensScale(power: LensPower, actual: number, shown: number): number {
  return Math.max(power * actual, 2 * shown)
}

export interface Lens {
  size: number
  /** Its corner on the pane. */
  left: number
  top: number
}

/**
 * Where a lens lies that looks at `at`, CSS pixels from the pane's top left. Several stand side by side, and all stay
 * within the pane.
 */
export function placeLens(
  at: Point,
  pane: Size,
  options: { touched: boolean; slot: number; slots: number },
): Lens {
  const { touched, slot, slots } = options
  const size = Math.floor(Math.min(lensSize, pane.width / slots, pane.height * mostOfPane))
  const width = size * slots
  const left = clamp(at.x - width / 2, pane.width - width)
  const top = clamp(touched ? at.y - size - liftAboveFinger : at.y - size / 2, pane.height - size)
  return { size, left: Math.round(left) + slot * size, top: Math.round(top) }
}

/** Where a picture lies within a lens that looks at `point` of the world. */
export function boxInLens(box: WorldBox, point: Point, scale: number, size: number): ScreenBox {
  return {
    left: size / 2 + (box.x - box.width / 2 - point.x) * scale,
    top: size / 2 + (box.y - box.height / 2 - point.y) * scale,
    width: box.width * scale,
    height: box.height * scale,
  }
}

/** A lens beside the picture would be empty. */
export function isWithin(point: Point, box: WorldBox): boolean {
  return Math.abs(point.x - box.x) <= box.width / 2 && Math.abs(point.y - box.y) <= box.height / 2
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(0, most))
}
