/** The farthest distance that can be asked for, in pixels. */
export const farthest = 250

/**
 * For each pixel the distance up or down its column to the nearest pixel that belongs, at most `limit` (255 at most).
 */
export function columnDistances(
  belongs: (index: number) => boolean,
  width: number,
  height: number,
  limit: number,
): Uint8Array {
  const distances = new Uint8Array(width * height)
  for (let i = 0; i < distances.length; i++)
    distances[i] = belongs(i) ? 0 : i < width ? limit : Math.min(limit, distances[i - width]! + 1)
  for (let i = distances.length - width - 1; i >= 0; i--) {
    const below = distances[i + width]! + 1
    if (below < distances[i]!) distances[i] = below
  }
  return distances
}

/**
 * For one row, from its column distances, the straight distance to the nearest pixel that belongs; Infinity where it is
 * `limit` or more straight up or down everywhere. The lower envelope of parabolas (Felzenszwalb and Huttenlocher), so
 * linear in the row's length.
 */
export function rowDistances(width: number) {
  const places = new Int32Array(width)
  const heights = new Float64Array(width)
  /** From where on each parabola is the lowest. */
  const starts = new Float64Array(width)

  return (columns: Uint8Array, row: number, limit: number, into: Float32Array): void => {
    let count = 0
    for (let x = 0; x < width; x++) {
      const column = columns[row + x]!
      if (column >= limit) continue
      const height = column * column
      let start = -Infinity
      while (count > 0) {
        const place = places[count - 1]!
        start = (height + x * x - heights[count - 1]! - place * place) / (2 * (x - place))
        if (start > starts[count - 1]!) break
        count--
        start = -Infinity
      }
      places[count] = x
      heights[count] = height
      starts[count] = start
      count++
    }
    if (count === 0) {
      into.fill(Infinity, 0, width)
      return
    }
    for (let x = 0, lowest = 0; x < width; x++) {
      while (lowest + 1 < count && starts[lowest + 1]! <= x) lowest++
      const across = x - places[lowest]!
      into[x] = across === 0 && heights[lowest] === 0 ? 0 : Math.sqrt(across * across + heights[lowest]!)
    }
  }
}
