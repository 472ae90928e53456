import 'server-only'
import type { FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'

/** The flat light under closed cloud: less colour, less brightness, whites pulled down so that drops and flakes show. */
export function dullLight(
  { width, height, data }: FloatPicture,
  { colour, light, tint }: { colour: number; light: number; tint: readonly [number, number, number] },
): FloatPicture {
  const dull = new Float32Array(data.length)
  for (let at = 0; at < data.length; at += 3) {
    const luma = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!
    // Bright walls come down to a light grey.
    const level = luma > 0.6 ? 0.6 + (luma - 0.6) * 0.5 : luma
    const gain = luma > 0 ? level / luma : 1
    for (let channel = 0; channel < 3; channel++)
      dull[at + channel] = clamp(
        (luma + (data[at + channel]! - luma) * colour) * gain * light * tint[channel]! + 0.02,
      )
  }
  return { width, height, data: dull }
}
