import 'server-only'
import { smoothStep } from '../change-colours'
import { layered, type Noise } from '../noise'
import type { Canvas } from './canvas'

/** v for every column, from a function of u. */
export function outline(canvas: Canvas, height: (u: number) => number): Float32Array {
  return Float32Array.from({ length: canvas.width }, (_, x) => height((x + 0.5) / canvas.height))
}

/** Peaks and saddles: sharp on top, rough all over. @param base v of the foot; @param high the highest peak, in heights */
export function peaks(noise: Noise, base: number, high: number, perHeight: number) {
  return (u: number) => {
    const x = u * perHeight
    const bent = x + (noise(x * 0.9, 3.3) - 0.5) * 0.7
    const broad = layered(noise, bent * 0.55, 1.7, 2)
    let sharp = 0
    let weight = 0.5
    for (let octave = 0, step = bent; octave < 6; octave++, step = step * 2.07 + 4.1, weight *= 0.47) {
      const fold = 1 - Math.abs(2 * noise(step, octave * 3.1) - 1)
      sharp += fold * fold * weight
    }
    return base - high * (0.35 * broad + 1.15 * sharp ** 1.7)
  }
}

/** Rolling ground. */
export function rolling(noise: Noise, base: number, high: number, perHeight: number) {
  return (u: number) => base - high * layered(noise, u * perHeight, 2.9, 3)
}

/** How far trees rise above the ground: `trees` in one height, each up to `tall` heights, in groups. */
export function treetops(noise: Noise, trees: number, tall: number) {
  return (u: number) => {
    let top = 0
    const slot = Math.floor(u * trees)
    // A tree leans into its neighbours' slots, so those are looked at too.
    for (let tree = slot - 3; tree <= slot + 3; tree++) {
      const centre = (tree + 0.1 + 0.8 * noise(tree * 7.3 + 0.5, 11.5)) / trees
      const group = smoothStep(0.28, 0.6, noise(centre * 2.3, 41.5))
      const height = tall * (0.35 + 0.65 * noise(tree * 3.7 + 0.5, 23.5)) * (0.35 + 0.65 * group)
      const inward = 1 - Math.abs(u - centre) / (height * 0.19)
      // Boughs: each reaches out flat and is followed by a steep piece of trunk.
      const boughs = 7
      if (inward > 0)
        top = Math.max(top, (height * (Math.floor(inward * boughs) + ((inward * boughs) % 1) ** 3)) / boughs)
    }
    return top
  }
}
