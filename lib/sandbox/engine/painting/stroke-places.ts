import 'server-only'
import type { FloatPicture } from '../pixels/float-picture'

/** Sorted by chance, in place (Fisher and Yates). */
export function shuffle<T>(list: T[], random: () => number): T[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = list[at]!
    list[at] = list[other]!
    list[other] = kept
  }
  return list
}

/**
 * Where strokes begin, in the order of painting: in each square of the brush's size the pixel that is off most, if the
 * square is off by more than `least` (the sum of the channels' differences) on the mean.
 */
export function strokePlaces(
  wanted: FloatPicture,
  painted: FloatPicture,
  across: number,
  least: number,
  random: () => number,
): number[] {
  const { width, height } = wanted
  const step = Math.max(2, Math.round(across * 0.85))
  const places: number[] = []
  for (let top = 0; top < height; top += step)
    for (let left = 0; left < width; left += step) {
      const right = Math.min(width, left + step)
      const bottom = Math.min(height, top + step)
      let worst = 0
      let most = -1
      let sum = 0
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) {
          const at = (y * width + x) * 3
          const off =
            Math.abs(wanted.data[at]! - painted.data[at]!) +
            Math.abs(wanted.data[at + 1]! - painted.data[at + 1]!) +
            Math.abs(wanted.data[at + 2]! - painted.data[at + 2]!)
          sum += off
          if (off <= most) continue
          most = off
          worst = y * width + x
        }
      if (sum / ((right - left) * (bottom - top)) > least) places.push(worst)
    }
  return shuffle(places, random)
}
