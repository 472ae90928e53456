/**
 * What of a picture is made anew: one byte per pixel of the picture at its own full resolution, row by row from the top
 * left. 0 is kept, 255 is made anew, between them the two are mixed.
 */
export interface Mask {
  width: number
  height: number
  data: Uint8Array<ArrayBuffer>
}

/** Whole pixels; a rectangle always has at least one. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

/** In pixels of the picture; the middle of the first pixel is (0.5, 0.5). */
export interface Point {
  x: number
  y: number
}

/** How a tool lays down what it covers. */
export interface Paint {
  /** 0 to 1. */
  opacity: number
  /** Takes away instead. */
  erase: boolean
}

export function emptyMask(width: number, height: number): Mask {
  return { width, height, data: new Uint8Array(width * height) }
}

export function wholeOf({ width, height }: { width: number; height: number }): Rect {
  return { x: 0, y: 0, width, height }
}
