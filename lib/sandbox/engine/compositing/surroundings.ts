import 'server-only'
import { asSharp, rawPicture, type Picture } from '../picture'
import { boxBlur } from '../pixels/blur'
import { emptyPlane, planeOf, toFloat, type Plane } from '../pixels/float-picture'
import { resizePlane } from '../pixels/stretch'

/** The colours around each place, of the subject alone and of the background alone; smooth, at a small size. */
export interface Surroundings {
  /** Red, green and blue, 0 to 1. */
  subject: readonly Plane[]
  background: readonly Plane[]
}

/** What is smoothed over 5 % of the picture need not be worked out at its full size. */
const longest = 512
const radiusShare = 24 / 1024

/** Means of the colours weighted by the cover and by its rest. About 60 ms whatever the picture's size. */
export async function surroundingsOf(picture: Picture, cover: Plane): Promise<Surroundings> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const opaque = asSharp(picture).removeAlpha()
  const small = toFloat(await rawPicture(opaque.resize({ width, height, fit: 'fill', kernel: 'linear' })))
  const covered = resizePlane(cover, width, height)
  const open = { width, height, data: covered.data.map((share) => 1 - share) }
  const radius = Math.max(3, Math.round(Math.max(width, height) * radiusShare))
  const channels = ([0, 1, 2] as const).map((channel) => planeOf(small, channel))
  const within = (weight: Plane) => {
    const weights = boxBlur(weight, radius).data
    return channels.map((channel) => quotient(boxBlur(product(channel, weight), radius), weights))
  }
  return { subject: within(covered), background: within(open) }
}

function product(first: Plane, second: Plane): Plane {
  const data = first.data.map((value, at) => value * second.data[at]!)
  return { ...first, data }
}

function quotient(sums: Plane, weights: Float32Array): Plane {
  const result = emptyPlane(sums.width, sums.height)
  for (let at = 0; at < weights.length; at++) result.data[at] = sums.data[at]! / (weights[at]! + 1e-5)
  return result
}
