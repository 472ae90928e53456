import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import type { Plane } from '../pixels/float-picture'
import { flowOf } from './flow'
import { inkLines } from './ink-lines'

/** What a pencil draws first: outlines, and the forms beside edges (the dodged negative); 1 is paper in both. */
export function pencilLines(luma: Plane, scale: number): { line: Float32Array; form: Float32Array } {
  const smooth = gaussianBlur(luma, 0.7 * scale)
  const flow = flowOf(smooth, 3 * scale)
  const pen = { sigma: scale, edges: 26, level: 0.62, hardness: 7, steps: Math.max(1, Math.round(4 * scale)) }
  const line = inkLines(smooth, flow, pen).data
  const around = gaussianBlur(smooth, 7 * scale).data
  // Lifted a little, or the noise of what is nearly black would be drawn.
  const form = smooth.data.map((light, at) =>
    Math.min(1, Math.max(0, (light + 0.04) / (Math.max(0, around[at]!) + 0.04))),
  )
  return { line, form }
}
