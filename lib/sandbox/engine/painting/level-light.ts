import 'server-only'
import { gaussianBlur } from '../pixels/blur'
import type { Plane } from '../pixels/float-picture'

/**
 * Takes broad slopes of light out, which a single threshold would cut just anywhere: a night sky becomes even. The mean
 * stays.
 *
 * @param sigma what is broad, in pixels
 * @param share of the slopes that goes, 0 to 1
 */
export function levelLight(luma: Plane, sigma: number, share: number): Plane {
  const broad = gaussianBlur(luma, sigma).data
  let mean = 0
  for (const value of broad) mean += value / broad.length
  return { ...luma, data: luma.data.map((light, at) => light - share * (broad[at]! - mean)) }
}
