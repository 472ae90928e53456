import 'server-only'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { fromFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { fromLab, toLab } from '@/lib/sandbox/engine/pixels/lab'

/** L*, a*, b* of one row, three numbers a pixel. */
export type LabRow = Float32Array

/** Looks at every so many rows as L*a*b*. */
export function readLabRows(picture: Picture, every: number, read: (row: LabRow, y: number) => void): void {
  for (let y = 0; y < picture.height; y += every) read(labRow(picture, y), y)
}

/**
 * A new picture with its rows changed as L*a*b*, one at a time, so that the size of a picture costs no memory. About
 * 0.2 µs a pixel; rows for which `change` returns false are copied.
 */
export function changeLabRows(picture: Picture, change: (row: LabRow, y: number) => boolean): Picture {
  const { width, height, channels } = picture
  const pixels = new Uint8Array(picture.pixels)
  for (let y = 0; y < height; y++) {
    const row = labRow(picture, y)
    if (!change(row, y)) continue
    const changed = fromFloat(fromLab({ width, height: 1, data: row })).pixels
    for (let x = 0, to = y * width * channels; x < width; x++, to += channels) {
      pixels[to] = changed[x * 3]!
      pixels[to + 1] = changed[x * 3 + 1]!
      pixels[to + 2] = changed[x * 3 + 2]!
    }
  }
  return { ...picture, pixels }
}

function labRow({ pixels, width, channels }: Picture, y: number): LabRow {
  const data = new Float32Array(width * 3)
  for (let x = 0, from = y * width * channels; x < width; x++, from += channels) {
    data[x * 3] = pixels[from]! / 255
    data[x * 3 + 1] = pixels[from + 1]! / 255
    data[x * 3 + 2] = pixels[from + 2]! / 255
  }
  return toLab({ width, height: 1, data }).data
}
