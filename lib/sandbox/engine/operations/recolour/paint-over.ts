import 'server-only'
import type { Colour } from '@/lib/sandbox/engine/change-colours'
import type { Picture } from '@/lib/sandbox/engine/picture'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { labOf } from '@/lib/sandbox/engine/pixels/lab'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { changeLabRows, readLabRows } from './lab-rows'

/** How much of a pixel is painted, beside the cover; by its L*, a*, b*. */
export type PaintedShare = (light: number, a: number, b: number) => number

/**
 * Gives what is covered another colour and keeps its shading: the mean lightness moves most of the way to the
 * colour's own, and shadows and lights keep their places around it.
 */
export function paintOver(
  picture: Picture,
  cover: Plane,
  colour: Colour,
  share: PaintedShare = () => 1,
): Picture {
  const [light, a, b] = labOf(colour.map((value) => value / 255) as Colour)
  const mean = meanLight(picture, cover, share)
  const wanted = clamp(mean + (light - mean) * 0.75, 6, 94)
  // A power keeps black and white where they are.
  const power = Math.log(wanted / 100) / Math.log(clamp(mean, 4, 96) / 100)
  const shades = Float32Array.from({ length: 1025 }, (_, step) => 100 * (step / 1024) ** power)
  return changeLabRows(picture, cover, (row, y, from, to) => {
    for (let x = from, at = y * picture.width + from, lab = 0; x < to; x++, at++, lab += 3) {
      const ownLight = row[lab]!
      const ownA = row[lab + 1]!
      const ownB = row[lab + 2]!
      const painted = cover.data[at]! * share(ownLight, ownA, ownB)
      if (painted < 0.004) continue
      const shaded = shades[Math.max(0, (ownLight * 10.24 + 0.5) | 0)]!
      // Less colour in the dark, and in the glare.
      const strength =
        clamp(0.35 + (0.65 * shaded) / Math.max(20, light), 0.2, 1.25) * (1 - clamp((shaded - 88) / 12) * 0.7)
      row[lab] = ownLight + (shaded - ownLight) * painted
      row[lab + 1] = ownA + (a * strength - ownA) * painted * 0.95
      row[lab + 2] = ownB + (b * strength - ownB) * painted * 0.95
    }
  })
}

function meanLight(picture: Picture, cover: Plane, share: PaintedShare): number {
  let sum = 0
  let weight = 0
  readLabRows(picture, Math.max(1, Math.floor(picture.height / 128)), (row, y) => {
    for (let x = 0, at = y * picture.width; x < picture.width; x++, at++) {
      if (cover.data[at]! < 0.2) continue
      const here = cover.data[at]! * share(row[x * 3]!, row[x * 3 + 1]!, row[x * 3 + 2]!)
      sum += row[x * 3]! * here
      weight += here
    }
  })
  return weight > 0 ? sum / weight : 50
}
