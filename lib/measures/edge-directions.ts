import { boxBlur } from './box-blur'
import { blur } from './gaussian'
import { plane, type Plane, type Size } from './picture-copy'

/**
 * Where a picture has edges and how they lie, as complex numbers: the angle is twice the edge's own, so that an edge
 * from dark to light and one from light to dark are the same; the length is 0 where it is flat and nears 1 on an edge
 * that is strong for its surroundings. What an edit does to colour, light and contrast hardly touches it: the edges of
 * a drawing, a negative or a night scene still lie where the photograph's do.
 */
export interface EdgeDirections extends Size {
  real: Float32Array
  imaginary: Float32Array
}

/** Steps from pixel to pixel, in grey levels, that JPEG and WebP make in flat areas by themselves. */
const codecNoise = 1
/** How far around it an edge's surroundings reach. */
const surroundingsPx = 12

export function edgeDirections(grey: Plane): EdgeDirections {
  const { width, height } = grey
  const { values } = blur(grey, 1)
  const strength = plane(grey)
  const real = new Float32Array(values.length)
  const imaginary = new Float32Array(values.length)
  // The outermost pixels have neighbours on one side only: they stay flat.
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const across = (values[at + 1]! - values[at - 1]!) / 2
      const down = (values[at + width]! - values[at - width]!) / 2
      const length = Math.sqrt(across * across + down * down)
      if (length === 0) continue
      strength.values[at] = length
      real[at] = (across * across - down * down) / (length * length)
      imaginary[at] = (2 * across * down) / (length * length)
    }
  const usual = boxBlur(strength, surroundingsPx).values
  for (let at = 0; at < values.length; at++) {
    const own = strength.values[at]!
    const length = own / (own + usual[at]! + codecNoise)
    real[at]! *= length
    imaginary[at]! *= length
  }
  return { width, height, real, imaginary }
}
