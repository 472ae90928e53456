import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import type { Plane } from '../pixels/float-picture'
import { smoothAlong } from './along-flow'
import type { Flow } from './flow'

export interface Pen {
  /** How wide lines are, in pixels. */
  sigma: number
  /** How much edges stand out against tone. */
  edges: number
  /** What is lighter than this is paper, 0 to 1. */
  level: number
  /** How hard ink ends: 5 is soft charcoal, 60 a pen. */
  hardness: number
  /** Along how many pixels to each side lines are smoothed. */
  steps: number
}

/** Lines and dark areas as ink: 1 is paper, 0 ink (extended difference of Gaussians, Winnemöller et al. 2012). */
export function inkLines(luma: Plane, flow: Flow, { sigma, edges, level, hardness, steps }: Pen): Plane {
  const { width, height } = luma
  const narrow = gaussianBlur(luma, sigma).data
  const wide = gaussianBlur(luma, sigma * 1.6).data
  const sharpened = new Float32Array(width * height)
  for (let at = 0; at < sharpened.length; at++) sharpened[at] = (1 + edges) * narrow[at]! - edges * wide[at]!
  const lines = smoothAlong({ width, height, data: sharpened }, flow, steps)
  for (let at = 0; at < lines.data.length; at++) {
    const above = lines.data[at]! - level
    lines.data[at] = above >= 0 ? 1 : 1 + Math.tanh(hardness * above)
  }
  return lines
}
