import type { Dimensions } from './size'

/** Pixels from the picture's top left. */
export interface Rectangle extends Dimensions {
  left: number
  top: number
}

export function whole({ width, height }: Dimensions): Rectangle {
  return { left: 0, top: 0, width, height }
}

/** The rectangle with so many pixels more on each side; it may reach out of the picture. */
export function withMargin({ left, top, width, height }: Rectangle, margin: number): Rectangle {
  return { left: left - margin, top: top - margin, width: width + 2 * margin, height: height + 2 * margin }
}

/** The part of a rectangle that lies in the picture. */
export function within(rectangle: Rectangle, picture: Dimensions): Rectangle {
  const left = Math.max(0, rectangle.left)
  const top = Math.max(0, rectangle.top)
  return {
    left,
    top,
    width: Math.min(picture.width, rectangle.left + rectangle.width) - left,
    height: Math.min(picture.height, rectangle.top + rectangle.height) - top,
  }
}

/**
 * A rectangle of this size about the same centre, moved so that it lies in the picture where it can; along a side that
 * is longer than the picture's it stands centred over it.
 */
export function resizedWithin(rectangle: Rectangle, size: Dimensions, picture: Dimensions): Rectangle {
  const place = (start: number, length: number, wanted: number, available: number) => {
    if (wanted >= available) return Math.round((available - wanted) / 2)
    const centred = Math.round(start + (length - wanted) / 2)
    return Math.min(Math.max(centred, 0), available - wanted)
  }
  return {
    left: place(rectangle.left, rectangle.width, size.width, picture.width),
    top: place(rectangle.top, rectangle.height, size.height, picture.height),
    width: size.width,
    height: size.height,
  }
}
