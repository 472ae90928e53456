import 'server-only'
import type { Light } from '@/lib/sandbox/engine/landscape/canvas'
import { boxBlur } from '@/lib/sandbox/engine/pixels/blur'
import { planeOf, type FloatPicture, type Plane } from '@/lib/sandbox/engine/pixels/float-picture'
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
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const share = cover.data[at]!
      const veil = near * (1 - share)
      for (let channel = 0, to = at * 3; channel < 3; channel++, to++) {
        const ground = own.data[to]! + (haze[channel]! - own.data[to]!) * veil
        data[to] = ground + (clamp(painted.data[to]!) - ground) * share
      }
    }
  }
  return { width, height, data }
}

/** The land's colours where it is mixed with sky, from the land around (blur fusion: Forte and Pitié 2021). */
function withoutSky(picture: FloatPicture, cover: Plane): FloatPicture {
  const { width, height, data } = picture
  const count = width * height
  const radius = Math.max(2, Math.round((16 * Math.max(width, height)) / 1024))
  const land = { width, height, data: cover.data.map((share) => 1 - share) }
  const [landAround, skyAround] = [boxBlur(land, radius).data, boxBlur(cover, radius).data]
  const cleaned = new Float32Array(data.length)
  for (const channel of [0, 1, 2] as const) {
    const plane = planeOf(picture, channel).data
    const ofLand = new Float32Array(count)
    const ofSky = new Float32Array(count)
    for (let at = 0; at < count; at++) {
      ofLand[at] = plane[at]! * land.data[at]!
      ofSky[at] = plane[at]! * cover.data[at]!
    }
    const [landSum, skySum] = [
      boxBlur({ width, height, data: ofLand }, radius).data,
      boxBlur({ width, height, data: ofSky }, radius).data,
    ]
    for (let at = 0; at < count; at++) {
      const share = land.data[at]!
      const ground = landSum[at]! / (landAround[at]! + 1e-5)
      const above = skySum[at]! / (skyAround[at]! + 1e-5)
      cleaned[at * 3 + channel] = clamp(ground + share * (plane[at]! - share * ground - (1 - share) * above))
    }
  }
  return { width, height, data: cleaned }
}
