import 'server-only'
import { layered, noiseOf } from '../noise'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import { resizePlane } from '../pixels/stretch'
import { randomNumbers } from '../random'

export interface Size {
  width: number
  height: number
}

/**
 * Clouds from 0 to 1, drawn as finely as their finest octave needs.
 *
 * @param wavelength of the largest clouds, in pixels
 */
export function noisePlane(
  { width, height }: Size,
  seed: number,
  wavelength: number,
  octaves: number,
): Plane {
  const noise = noiseOf(seed)
  const step = Math.max(1, Math.floor(wavelength / 2 ** (octaves - 1) / 3))
  const coarse = emptyPlane(Math.ceil(width / step), Math.ceil(height / step))
  for (let y = 0, at = 0; y < coarse.height; y++)
    for (let x = 0; x < coarse.width; x++, at++)
      coarse.data[at] = layered(noise, (x * step) / wavelength, (y * step) / wavelength, octaves)
  return resizePlane(coarse, width, height)
}

/** An own number from 0 to 1 for every pixel. */
export function whiteNoise({ width, height }: Size, seed: number): Plane {
  const random = randomNumbers(seed)
  const plane = emptyPlane(width, height)
  for (let at = 0; at < plane.data.length; at++) plane.data[at] = random()
  return plane
}

/** Shifted and stretched to a mean of 0 and a standard deviation of 1; a plane of one value becomes 0. */
export function standardised({ width, height, data }: Plane): Plane {
  let mean = 0
  for (const value of data) mean += value
  mean /= data.length
  let variance = 0
  for (const value of data) variance += (value - mean) ** 2
  const scale = 1 / (Math.sqrt(variance / data.length) || 1)
  return { width, height, data: data.map((value) => (value - mean) * scale) }
}

/** The grain of rough paper, 0 in its hollows to 1. @param scale pixels for one of a picture 1024 px long */
export function paperGrain(size: Size, seed: number, scale: number): Plane {
  const fine = noisePlane(size, seed, Math.max(2, 3.1 * scale), 2)
  const broad = noisePlane(size, seed + 1, 40 * scale, 3)
  const data = fine.data.map((value, at) => 0.6 * value + 0.4 * broad.data[at]!)
  return { ...fine, data }
}
