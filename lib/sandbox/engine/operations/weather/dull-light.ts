import 'server-only'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { lumaByte } from '@/lib/sandbox/engine/pixels/float-picture'

/** The flat light under closed cloud: less colour, less brightness, whites pulled down so that drops and flakes show. */
export function dullLight(
  picture: Picture,
  { colour, light, tint }: { colour: number; light: number; tint: readonly [number, number, number] },
): Picture {
  const { pixels, channels } = picture
  const dull = new Uint8Array(pixels)
  const byRed = light * tint[0]
  const byGreen = light * tint[1]
  const byBlue = light * tint[2]
  // By luma: bright walls come down to a light grey.
  const gains = Float32Array.from({ length: 256 }, (_, luma) => (luma > 153 ? 76.5 / luma + 0.5 : 1))
  // Of 255; the half rounds.
  const lifted = 0.02 * 255 + 0.5
  for (let at = 0; at < pixels.length; at += channels) {
    const red = pixels[at]!
    const green = pixels[at + 1]!
    const blue = pixels[at + 2]!
    const luma = lumaByte(red, green, blue)
    const gain = gains[luma]!
    const grey = luma * (1 - colour)
    dull[at] = Math.min(255, (grey + red * colour) * gain * byRed + lifted)
    dull[at + 1] = Math.min(255, (grey + green * colour) * gain * byGreen + lifted)
    dull[at + 2] = Math.min(255, (grey + blue * colour) * gain * byBlue + lifted)
  }
  return { ...picture, pixels: dull }
}
