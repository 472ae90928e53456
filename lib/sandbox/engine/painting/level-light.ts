import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import type { Plane } from '../pixels/float-picture'
import { resizePlane } from '../pixels/stretch'

/**
 * Takes broad slopes of light out, which a single threshold would cut just anywhere: a night sky becomes even. The mean
 * stays.
 *
 * @param sigma what is broad, in pixels
 * @param share of the slopes that goes, 0 to 1
 */
export function levelLight(luma: Plane, sigma: number, share: number): Plane {
  // What is this broad shows as well at an eighth.
  const small = resizePlane(luma, Math.ceil(luma.width / 8), Math.ceil(luma.height / 8))
  const broad = resizePlane(gaussianBlur(small, sigma / 8), luma.width, luma.height).data
  let mean = 0
  for (const value of broad) mean += value
  mean /= broad.length
  const level = new Float32Array(broad.length)
  for (let at = 0; at < level.length; at++) level[at] = luma.data[at]! - share * (broad[at]! - mean)
  return { ...luma, data: level }
}
