import 'server-only'
import type { Picture } from '@/lib/sandbox/engine/picture'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { lengthOf, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { readLabRows } from './lab-rows'
import type { PaintedShare } from './paint-over'

const bins = 36

/**
 * What of a thing has its main colour: the paint of a car and not its tyres and windows. A thing without one (grey,
 * white, or as gay as a flag) is taken whole, but for what is nearly black.
 */
export function mainColourOf(picture: Picture, cover: Plane): PaintedShare {
  const hues = new Float64Array(bins)
  let area = 0
  readLabRows(picture, Math.max(1, Math.floor(picture.height / 128)), (row, y) => {
    for (let x = 0, at = y * picture.width; x < picture.width; x++, at++) {
      if (cover.data[at]! < 0.5) continue
      area++
      const a = row[x * 3 + 1]!
      const b = row[x * 3 + 2]!
      if (lengthOf(a, b) > 14) hues[binOf(a, b)]!++
    }
  })
  // Of each hue with its neighbours 20° to either side.
  const around = hues.map((_, bin) =>
    [-2, -1, 0, 1, 2].reduce((sum, off) => sum + hues[(bin + off + bins) % bins]!, 0),
  )
  const best = around.indexOf(Math.max(...around))
  if (around[best]! < area * 0.4) return (light) => smoothStep(8, 26, light)
  const hue = ((best + 0.5) / bins) * 2 * Math.PI - Math.PI
  return (_, a, b) => {
    const off = Math.abs(((Math.atan2(b, a) - hue + 3 * Math.PI) % (2 * Math.PI)) - Math.PI)
    return (1 - smoothStep(0.5, 0.9, off)) * smoothStep(4, 12, lengthOf(a, b))
  }
}

function binOf(a: number, b: number): number {
  return Math.min(bins - 1, Math.floor(((Math.atan2(b, a) + Math.PI) / (2 * Math.PI)) * bins))
}
