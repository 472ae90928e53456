import type { Rect } from './mask'

/** The whole pixels that an area touches, clipped to a picture; undefined where it lies outside. */
export function pixelsOf(
  left: number,
  top: number,
  right: number,
  bottom: number,
  { width, height }: { width: number; height: number },
): Rect | undefined {
  const x = Math.max(0, Math.floor(left))
  const y = Math.max(0, Math.floor(top))
  const end = Math.min(width, Math.ceil(right))
  const foot = Math.min(height, Math.ceil(bottom))
  return end > x && foot > y ? { x, y, width: end - x, height: foot - y } : undefined
}

/** The smallest rectangle around both. */
export function unite(first: Rect | undefined, second: Rect | undefined): Rect | undefined {
  if (!first || !second) return first ?? second
  const x = Math.min(first.x, second.x)
  const y = Math.min(first.y, second.y)
  return {
    x,
    y,
    width: Math.max(first.x + first.width, second.x + second.width) - x,
    height: Math.max(first.y + first.height, second.y + second.height) - y,
  }
}

/** The rectangle with `margin` pixels more on each side, clipped to a picture. */
export function widen(rect: Rect, margin: number, picture: { width: number; height: number }): Rect {
  const { x, y, width, height } = rect
  return pixelsOf(x - margin, y - margin, x + width + margin, y + height + margin, picture) ?? rect
}
