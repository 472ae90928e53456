import 'server-only'
import { distances, rowOf, sideways, steps, type View } from './view'

/**
 * How high the land is at a place, in the land's unit; below 0 there is water, if the scene has any.
 *
 * @param detail octaves of noise worth computing at this distance: finer ones would be smaller than a pixel
 */
export type Elevation = (x: number, z: number, detail: number) => number

/** The land as seen: for every pixel at which distance it lies. */
export interface Seen {
  /** Elevations, one row of the picture's columns for each of `distances`. */
  elevations: Float32Array
  /** Which of `distances` a pixel shows, with fractions; -1 where it shows the sky. */
  step: Float32Array
  /** 1, or how much of a pixel on a ridge the ridge covers. */
  cover: Float32Array
}

/** Octaves until a wave of length 1 is as small as three pixels or steps. */
function detailAt(view: View, distance: number): number {
  const finest = Math.max(3 / (view.height * view.focal), 0.018) * distance
  return Math.max(3, Math.min(8, Math.round(Math.log2(1 / finest))))
}

/**
 * Looks along every column from near to far and keeps what rises above all that is nearer (voxel space, as in the
 * flight games of 1992, but on a grid that is as fine as the picture at every distance).
 *
 * @param water whether the land ends at a water level of 0
 */
export function lookOver(view: View, elevation: Elevation, water: boolean): Seen {
  const { width, height } = view
  const elevations = new Float32Array(width * steps)
  const step = new Float32Array(width * height).fill(-1)
  const cover = new Float32Array(width * height).fill(1)
  const filled = new Float32Array(width).fill(height)
  const rows = new Float32Array(width).fill(height)
  for (let at = 0; at < steps; at++) {
    const distance = distances[at]!
    const detail = detailAt(view, distance)
    for (let x = 0; x < width; x++) {
      const ground = elevation(sideways(view, x, distance), distance, detail)
      elevations[at * width + x] = ground
      const row = rowOf(view, water && ground < 0 ? 0 : ground, distance)
      const highest = filled[x]!
      // What lies farther covers the rest of the pixel in which the nearer land ended.
      if (row < highest + 1 && highest < height) {
        const top = highest * width + x
        cover[top] = Math.max(cover[top]!, Math.min(1, highest + 1 - row))
      }
      if (row < highest) {
        const below = Math.min(rows[x]!, height + 40)
        const from = Math.max(0, Math.floor(row))
        for (let y = highest - 1; y >= from; y--) {
          const pixel = y * width + x
          const share = below > row ? Math.min(1, Math.max(0, (y + 0.5 - row) / (below - row))) : 0
          step[pixel] = Math.max(0, at - share)
          if (y < row) cover[pixel] = Math.min(1, Math.max(0.1, y + 1 - row))
        }
        filled[x] = from
      }
      rows[x] = row
    }
  }
  return { elevations, step, cover }
}
