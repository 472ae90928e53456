import 'server-only'
import type { Plane } from '../pixels/float-picture'

/** Steps of the table that stands for a power of every pixel. */
const fine = 4096

/** Brings a dark picture's mean up to a middle tone, so that a night is drawn on paper and not blackened on it. */
export function liftedTone({ width, height, data }: Plane, middle: number): Plane {
  let sum = 0
  for (const value of data) sum += value
  const mean = Math.min(0.95, Math.max(0.02, sum / data.length))
  const gamma = Math.min(1, Math.max(0.3, Math.log(middle) / Math.log(mean)))
  if (gamma === 1) return { width, height, data }
  const table = Float32Array.from({ length: fine + 1 }, (_, at) => (at / fine) ** gamma)
  const lifted = new Float32Array(data.length)
  for (let at = 0; at < lifted.length; at++) {
    const value = data[at]!
    lifted[at] = value <= 0 ? 0 : value >= 1 ? 1 : table[(value * fine + 0.5) | 0]!
  }
  return { width, height, data: lifted }
}
