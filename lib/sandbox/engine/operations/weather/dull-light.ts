import 'server-only'
import type { Picture } from '@/lib/sandbox/engine/picture'

/** The flat light under closed cloud: less colour, less brightness, whites pulled down so that drops and flakes show. */
export function dullLight(
  picture: Picture,
  { colour, light, tint }: { colour: number; light: number; tint: readonly [number, number, number] },
): Picture {
  const { pixels, channels } = picture
  const dull = new Uint8Array(pixels)
  const [byRed, byGreen, byBlue] = [light * tint[0], light * tint[1], light * tint[2]]
  // Of 255; the half rounds.
  const lifted = 0.02 * 255 + 0.5
  for (let at = 0; at < pixels.length; at += channels) {
    const red = pixels[at]!
    const green = pixels[at + 1]!
    const blue = pixels[at + 2]!
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue
    // Bright walls come down to a light grey.
    const gain = luma > 153 ? 76.5 / luma + 0.5 : 1
    const grey = luma * (1 - colour) * gain
    const kept = colour * gain
    dull[at] = Math.min(255, (grey + red * kept) * byRed + lifted)
    dull[at + 1] = Math.min(255, (grey + green * kept) * byGreen + lifted)
    dull[at + 2] = Math.min(255, (grey + blue * kept) * byBlue + lifted)
  }
  return { ...picture, pixels: dull }
}
