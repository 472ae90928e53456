import 'server-only'
import type { Plane } from '../pixels/float-picture'
import { gaussianBlur } from '../pixels/blur'
import { encodedOf, linearOf } from '../pixels/lab'
import { clamp } from '../pixels/numbers'
import { resizePlane } from '../pixels/stretch'
import type { Picture } from '../picture'

/**
 * The background as a lens would blur it: as light, so that bright spots glow, and without the subject's colours in it
 * (normalised convolution, Knutsson and Westin 1993).
 *
 * @param sigma in longest sides of the picture
 */
export function bokeh(picture: Picture, subject: Plane, sigma: number): Picture {
  const { width, height, channels } = picture
  const count = width * height
  const cover = resizePlane(subject, width, height)
  const radius = sigma * Math.max(width, height)
  // Soft edges belong to the subject here: they hold its colour.
  const open = cover.data.map((share) => clamp(1 - 2 * share))
  const light = ([0, 1, 2] as const).map((channel) =>
    Float32Array.from({ length: count }, (_, at) => linearOf(picture.pixels[at * channels + channel]! / 255)),
  )
  // Highlights weigh more, as their discs would.
  const weight = open.map((share, at) => {
    const brightness = (light[0]![at]! + light[1]![at]! + light[2]![at]!) / 3
    return share * (1 + 3 * brightness ** 4)
  })
  const plane = (data: Float32Array): Plane => ({ width, height, data })
  const weights = gaussianBlur(plane(weight), radius).data
  const pixels = new Uint8Array(picture.pixels)
  // Far inside the subject there is nothing to take: what is seen there through a gap is the background's mean.
  const total = weight.reduce((sum, value) => sum + value, 0)
  for (const channel of [0, 1, 2] as const) {
    const values = light[channel]!
    const weighted = values.map((value, at) => value * weight[at]!)
    const mean = weighted.reduce((sum, value) => sum + value, 0) / Math.max(1e-6, total)
    const sums = gaussianBlur(plane(weighted), radius).data
    for (let at = 0; at < count; at++) {
      const blurred = (Math.max(0, sums[at]!) + 1e-3 * mean) / (Math.max(0, weights[at]!) + 1e-3)
      pixels[at * channels + channel] = Math.round(encodedOf(blurred) * 255)
    }
  }
  return { pixels, width, height, channels }
}
