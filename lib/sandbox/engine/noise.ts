import 'server-only'

/** Smooth noise over the plane, 0 to 1, with one swing per unit; the same for the same seed. */
export type Noise = (x: number, y: number) => number

export function noiseOf(seed: number): Noise {
  const start = Math.imul(seed | 0, 0x9e3779b1)
  const corner = (x: number, y: number) => {
    let mixed = start ^ Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296
  }
  return (x, y) => {
    const left = Math.floor(x)
    const top = Math.floor(y)
    const across = ease(x - left)
    const down = ease(y - top)
    const above = corner(left, top) + (corner(left + 1, top) - corner(left, top)) * across
    const below = corner(left, top + 1) + (corner(left + 1, top + 1) - corner(left, top + 1)) * across
    return above + (below - above) * down
  }
}

/** Noise summed over octaves, each twice as fine and half as strong; 0 to 1. */
export function layered(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0
  let weight = 0.5
  let total = 0
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x, y) * weight
    total += weight
    weight *= 0.5
    x = x * 2.03 + 17.3
    y = y * 2.03 + 5.1
  }
  return sum / total
}

function ease(share: number): number {
  return share * share * (3 - 2 * share)
}
