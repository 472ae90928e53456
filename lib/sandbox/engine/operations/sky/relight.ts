import 'server-only'
import { showsSun, type Sky } from '@/lib/sandbox/engine/landscape/sky'
import type { FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, mix } from '@/lib/sandbox/engine/pixels/numbers'

/** The land in the light of a sky: as dark and of the colour that it sends, brighter on the side of its sun. */
export function relight(picture: FloatPicture, sky: Sky, strength = 1): FloatPicture {
  const { width, height, data } = picture
  const { sunlight, shadow } = sky.palette
  const brightest = (light: readonly number[]) => Math.max(...light)
  const tint = sunlight.map(
    (value, at) => (0.55 * value) / brightest(sunlight) + (0.45 * shadow[at]!) / brightest(shadow),
  )
  const mean = (tint[0]! + tint[1]! + tint[2]!) / 3
  const dark = mix(1, darkness(sky), strength)
  const colour = tint.map((value) => dark * mix(1, 0.3 + (0.7 * value) / mean, strength)) as [
    number,
    number,
    number,
  ]
  const kept = mix(1, sky.night ? 0.6 : 0.9, strength)
  const side = showsSun(sky) ? 0.22 * strength : 0
  const across = sky.sun.u * height
  const lit = new Float32Array(data.length)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      const luma = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!
      const near = 1 + side * (1 - (1.6 * Math.abs(x - across)) / width) * luma
      for (let channel = 0; channel < 3; channel++)
        lit[at + channel] = clamp((luma + (data[at + channel]! - luma) * kept) * colour[channel]! * near)
    }
  return { width, height, data: lit }
}

function darkness({ night, clouds, palette }: Sky): number {
  if (night) return 0.4
  if (clouds === 'storm') return 0.68
  if (clouds === 'overcast') return 0.84
  return palette.sunHeight[0] < 0.2 ? 0.84 : 1
}
