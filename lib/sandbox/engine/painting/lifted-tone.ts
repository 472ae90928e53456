import 'server-only'
import type { Plane } from '../pixels/float-picture'

/** Brings a dark picture's mean up to a middle tone, so that a night is drawn on paper and not blackened on it. */
export function liftedTone({ width, height, data }: Plane, middle: number): Plane {
  let sum = 0
  for (const value of data) sum += value
  const mean = Math.min(0.95, Math.max(0.02, sum / data.length))
  const gamma = Math.min(1, Math.max(0.3, Math.log(middle) / Math.log(mean)))
  return { width, height, data: gamma === 1 ? data : data.map((value) => Math.max(0, value) ** gamma) }
}
