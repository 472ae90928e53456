import 'server-only'
import type { Light } from '@/lib/sandbox/engine/landscape/canvas'
import { boxBlur } from '@/lib/sandbox/engine/pixels/blur'
import type { FloatPicture, Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'

/**
 * Lays a sky behind the land: soft edges get the land's own colour without the old sky in it, and some haze lies where
 * both meet.
 *
 * @param end the row where the sky ends
 */
export function laySky(
  land: FloatPicture,
  painted: FloatPicture,
  cover: Plane,
  { haze, end }: { haze: Light; end: number },
): FloatPicture {
  const { width, height } = land
  const own = withoutSky(land, cover)
  const data = new Float32Array(land.data.length)
  for (let y = 0; y < height; y++) {
    const near = Math.exp(-Math.abs(y - end) / (height * 0.07)) * 0.16
    for (let x = 0, at = y * width, to = at * 3; x < width; x++, at++, to += 3) {
      const share = cover.data[at]!
      const veil = near * (1 - share)
      for (let channel = 0; channel < 3; channel++) {
        const ground = own[to + channel]! + (haze[channel]! - own[to + channel]!) * veil
        data[to + channel] = ground + (clamp(painted.data[to + channel]!) - ground) * share
      }
    }
  }
  return { width, height, data }
}

/** Pixels of land and sky around are summed on a picture smaller by this: their means are soft. */
const grain = 2

/** The land's colours where it is mixed with sky, from the land around (blur fusion: Forte and Pitié 2021). */
function withoutSky(picture: FloatPicture, cover: Plane): Float32Array {
  const { width, height, data } = picture
  const size = { width: Math.ceil(width / grain), height: Math.ceil(height / grain) }
  const land = sumsOf(picture, cover, size, (share) => 1 - share)
  const sky = sumsOf(picture, cover, size, (share) => share)
  const cleaned = data.slice()
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / grain) * size.width
    for (let x = 0; x < width; x++, at++) {
      const open = cover.data[at]!
      // Land alone stays as it is, and sky alone is not seen again.
      if (open < 0.002 || open > 0.998) continue
      const share = 1 - open
      const from = row + Math.floor(x / grain)
      for (let channel = 0; channel < 3; channel++) {
        const to = at * 3 + channel
        const ground = land[channel]![from]! / (land[3][from]! + 1e-5)
        const above = sky[channel]![from]! / (sky[3][from]! + 1e-5)
        cleaned[to] = clamp(ground + share * (data[to]! - share * ground - open * above))
      }
    }
  }
  return cleaned
}

type Sums = [red: Float32Array, green: Float32Array, blue: Float32Array, weight: Float32Array]

/** Colours around each place, each pixel by its weight, and the weights themselves. */
function sumsOf(
  { width, height, data }: FloatPicture,
  cover: Plane,
  size: { width: number; height: number },
  weightOf: (share: number) => number,
): Sums {
  const sums = [0, 1, 2, 3].map(() => new Float32Array(size.width * size.height)) as Sums
  const [red, green, blue, weights] = sums
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(y / grain) * size.width
    for (let x = 0; x < width; x++, at++) {
      const to = row + Math.floor(x / grain)
      const weight = weightOf(cover.data[at]!)
      if (weight === 0) continue
      red[to]! += data[at * 3]! * weight
      green[to]! += data[at * 3 + 1]! * weight
      blue[to]! += data[at * 3 + 2]! * weight
      weights[to]! += weight
    }
  }
  const radius = Math.max(1, Math.round((16 * Math.max(width, height)) / 1024 / grain))
  return sums.map((sum) => boxBlur({ ...size, data: sum }, radius).data) as Sums
}
