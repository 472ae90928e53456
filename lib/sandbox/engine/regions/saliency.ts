import 'server-only'
import { runModel } from '../models/load-model'
import { resizeToFloat, type Plane } from '../pixels/float-picture'
import type { Picture } from '../picture'
import { clamp } from '../pixels/numbers'

/** What stands out, as the network saw it at 320 × 320. */
export interface Saliency {
  cover: Plane
  /** The network's highest number, 0 to 1: low where nothing stands out. */
  highest: number
  /** The part of all that stands out which does so clearly (over 0.9), 0 to 1: low where it guesses. */
  hardShare: number
}

const side = 320
/** Mean and deviation of the pictures it was trained on (ImageNet). */
const [means, deviations] = [
  [0.485, 0.456, 0.406],
  [0.229, 0.224, 0.225],
] as const

/**
 * U²-Net, small (Qin et al. 2020). Its numbers are not stretched to 0–1, or a picture without a subject would have one
 * anyway. About 1 s.
 */
export async function findSaliency(picture: Picture): Promise<Saliency> {
  const { data } = await resizeToFloat(picture, side, side)
  let brightest = 1e-6
  for (const value of data) brightest = Math.max(brightest, value)
  const pixels = side * side
  const input = new Float32Array(pixels * 3)
  for (const channel of [0, 1, 2] as const)
    for (let at = 0; at < pixels; at++)
      input[channel * pixels + at] =
        (data[at * 3 + channel]! / brightest - means[channel]) / deviations[channel]
  const output = (await runModel('u2netp', { data: input, shape: [1, 3, side, side] })).data
  let highest = 0
  let all = 0
  let hard = 0
  for (const value of output) {
    highest = Math.max(highest, value)
    all += value
    if (value > 0.9) hard += value
  }
  const scale = Math.max(highest, 0.3)
  const cover = output.map((value) => clamp(value / scale))
  return { cover: { width: side, height: side, data: cover }, highest, hardShare: hard / Math.max(1, all) }
}
