import 'server-only'
import type { Noise } from '../noise'

const across = Float32Array.from({ length: 256 }, (_, at) => Math.cos((at / 256) * Math.PI * 2))
const down = Float32Array.from({ length: 256 }, (_, at) => Math.sin((at / 256) * Math.PI * 2))

/**
 * Smooth noise over the plane, 0 to 1 with most of it near 0.5 (Perlin 2002: gradients at the corners, a quintic
 * between them). Unlike `noiseOf` its slopes are smooth too, so that light on a ground made of it shows no grid.
 */
export function gradientNoise(seed: number): Noise {
  const start = Math.imul(seed | 0, 0x9e3779b1) ^ 0x51ed270b
  const corner = (x: number, y: number, dx: number, dy: number) => {
    let mixed = start ^ Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
    mixed = (mixed ^ (mixed >>> 13)) & 255
    return across[mixed]! * dx + down[mixed]! * dy
  }
  return (x, y) => {
    const left = Math.floor(x)
    const top = Math.floor(y)
    const dx = x - left
    const dy = y - top
    const u = dx * dx * dx * (dx * (dx * 6 - 15) + 10)
    const v = dy * dy * dy * (dy * (dy * 6 - 15) + 10)
    const upperLeft = corner(left, top, dx, dy)
    const upper = upperLeft + (corner(left + 1, top, dx - 1, dy) - upperLeft) * u
    const lowerLeft = corner(left, top + 1, dx, dy - 1)
    const lower = lowerLeft + (corner(left + 1, top + 1, dx - 1, dy - 1) - lowerLeft) * u
    const value = 0.5 + (upper + (lower - upper) * v) * 0.85
    return value < 0 ? 0 : value > 1 ? 1 : value
  }
}

/**
 * Noise folded into sharp ridges and broad valleys, 0 to 1 (Musgrave's ridged multifractal: where it is high already,
 * finer ridges show more).
 */
export function ridges(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0
  let strength = 0.5
  let before = 1
  for (let octave = 0; octave < octaves; octave++) {
    const off = 2 * noise(x, y) - 1
    // The broadest crests are rounded, so that summits are no needles.
    const fold = 1 - Math.sqrt(off * off + (octave === 0 ? 0.012 : 0.001)) * 1.5
    const ridge = fold <= 0 ? 0 : fold * fold
    sum += ridge * strength * before
    before = 0.25 + 0.75 * ridge
    strength *= 0.5
    // Turned a little each time, so that no direction of the grid is seen.
    const turned = x * 1.68 - y * 1.26 + 11.7
    y = x * 1.26 + y * 1.68 + 3.1
    x = turned
  }
  return sum
}
