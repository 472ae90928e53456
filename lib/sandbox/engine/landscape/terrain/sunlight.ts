import 'server-only'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { clamp, lengthOf } from '@/lib/sandbox/engine/pixels/numbers'
import type { Sky } from '../sky'
import type { Elevation } from './grid'

/** Where the light comes from, as a direction of length 1: to the right, up, away from us. */
export type Direction = readonly [right: number, up: number, away: number]

/**
 * The light that shapes the land. A low sun stands before us and draws rims; a high one shines over our shoulder,
 * because land that is seen against the light has no form.
 */
export function directionOf(sky: Sky, wide: number): Direction {
  const side = sky.sun.u < wide / 2 ? -1 : 1
  const up = Math.max(0.16, 1 - sky.sun.v / sky.horizon) * 0.85
  const low = up < 0.34
  const [right, away] = [side * 0.85, low ? 0.28 : -0.42]
  const length = lengthOf(right, up, away)
  return [right / length, up / length, away / length]
}

/** The land whose shadows are reckoned: x from -reach to reach, z from 0 to 2·reach. */
const reach = 2.2

/**
 * Where hills stand in the sun: 1 in the light, 0 in the shadow of others.
 *
 * @param height of the picture: the larger it is, the finer the shadows are reckoned
 */
export function sunOver(
  elevation: Elevation,
  direction: Direction,
  height: number,
): (x: number, z: number) => number {
  const side = Math.round(clamp(height * 0.3, 72, 288))
  const cell = (2 * reach) / side
  const heights = new Float32Array(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      heights[row * side + column] = elevation(column * cell - reach, row * cell + 0.02, 5)
  const flat = lengthOf(direction[0], direction[2])
  const [right, away] = [direction[0] / flat, direction[2] / flat]
  const climb = (direction[1] / flat) * cell
  const lit = new Float32Array(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      let light = 1
      const ground = heights[row * side + column]!
      for (let far = 1; far < 90 && light > 0; far = far * 1.06 + 0.7) {
        const x = Math.round(column + right * far)
        const y = Math.round(row + away * far)
        if (x < 0 || y < 0 || x >= side || y >= side) break
        const above = heights[y * side + x]! - ground - climb * far
        // The farther the edge that throws it, the softer the shadow.
        if (above > 0) light = Math.min(light, 1 - clamp((above / (far * cell)) * 9))
      }
      lit[row * side + column] = light
    }
  const soft = gaussianBlur({ width: side, height: side, data: lit }, 1.1).data
  return (x, z) => {
    const column = clamp((x + reach) / cell, 0, side - 1.001)
    const row = clamp(z / cell, 0, side - 1.001)
    const left = Math.floor(column)
    const top = Math.floor(row)
    const across = column - left
    const down = row - top
    const at = top * side + left
    const upper = soft[at]! * (1 - across) + soft[at + 1]! * across
    const lower = soft[at + side]! * (1 - across) + soft[at + side + 1]! * across
    return upper * (1 - down) + lower * down
  }
}
