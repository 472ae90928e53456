/** Pixels from the top left; the middle of the first pixel is at (0.5, 0.5). */
export interface Point {
  x: number
  y: number
}

/** x' = a·x + c·y + e and y' = b·x + d·y + f, in the order of CSS `matrix(a, b, c, d, e, f)`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export function apply([a, b, c, d, e, f]: Affine, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** First the first, then the second, and so on. */
export function inOrder(...steps: Affine[]): Affine {
  return steps.reduce(([a, b, c, d, e, f], [A, B, C, D, E, F]) => [
    A * a + C * b,
    B * a + D * b,
    A * c + C * d,
    B * c + D * d,
    A * e + C * f + E,
    B * e + D * f + F,
  ])
}

export function inverse([a, b, c, d, e, f]: Affine): Affine {
  const area = a * d - b * c
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}

export function moved(x: number, y: number): Affine {
  return [1, 0, 0, 1, x, y]
}

export function scaled(x: number, y: number): Affine {
  return [x, 0, 0, y, 0, 0]
}

/** Turned clockwise about a point. */
export function rotated(degrees: number, about: Point): Affine {
  const cosine = Math.cos((degrees * Math.PI) / 180)
  const sine = Math.sin((degrees * Math.PI) / 180)
  return inOrder(moved(-about.x, -about.y), [cosine, sine, -sine, cosine, 0, 0], moved(about.x, about.y))
}
