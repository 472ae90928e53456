import 'server-only'
import type { FloatPicture, Plane } from '../pixels/float-picture'
import type { Flow } from './flow'

/**
 * The mean along the flow on both sides of each pixel: noise becomes strands of hair or bristles (line integral
 * convolution, Cabral and Leedom 1993). About 10 ns a pixel and step.
 *
 * @param steps to each side, of one pixel
 */
export function smoothAlong(plane: Plane, flow: Flow, steps: number): Plane {
  const { width, height, data } = plane
  const smooth = new Float32Array(data.length)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      let sum = data[at]!
      let count = 1
      for (let way = -1; way <= 1; way += 2) {
        let px = x + 0.5
        let py = y + 0.5
        let from = at
        let lastX = flow.x[at]! * way
        let lastY = flow.y[at]! * way
        for (let step = 0; step < steps; step++) {
          const turn = flow.x[from]! * lastX + flow.y[from]! * lastY < 0 ? -1 : 1
          lastX = flow.x[from]! * turn
          lastY = flow.y[from]! * turn
          px += lastX
          py += lastY
          if (px < 0 || py < 0 || px >= width || py >= height) break
          from = (py | 0) * width + (px | 0)
          sum += data[from]!
          count++
        }
      }
      smooth[at] = sum / count
    }
  return { width, height, data: smooth }
}

/** The same for colours, which then run like the strokes of a brush. */
export function smoothColoursAlong(
  { width, height, data }: FloatPicture,
  flow: Flow,
  steps: number,
): FloatPicture {
  const smooth = new Float32Array(data.length)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      let red = data[at * 3]!
      let green = data[at * 3 + 1]!
      let blue = data[at * 3 + 2]!
      let count = 1
      for (let way = -1; way <= 1; way += 2) {
        let px = x + 0.5
        let py = y + 0.5
        let from = at
        let lastX = flow.x[at]! * way
        let lastY = flow.y[at]! * way
        for (let step = 0; step < steps; step++) {
          const turn = flow.x[from]! * lastX + flow.y[from]! * lastY < 0 ? -1 : 1
          lastX = flow.x[from]! * turn
          lastY = flow.y[from]! * turn
          px += lastX
          py += lastY
          if (px < 0 || py < 0 || px >= width || py >= height) break
          from = (py | 0) * width + (px | 0)
          red += data[from * 3]!
          green += data[from * 3 + 1]!
          blue += data[from * 3 + 2]!
          count++
        }
      }
      smooth[at * 3] = red / count
      smooth[at * 3 + 1] = green / count
      smooth[at * 3 + 2] = blue / count
    }
  return { width, height, data: smooth }
}
