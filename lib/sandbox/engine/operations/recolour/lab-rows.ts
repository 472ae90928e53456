import 'server-only'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { fromFloat, type Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { fromLab, toLab } from '@/lib/sandbox/engine/pixels/lab'

/** L*, a*, b* of a piece of one row, three numbers a pixel. */
export type LabRow = Float32Array

/** Looks at every so many rows as L*a*b*. */
export function readLabRows(picture: Picture, every: number, read: (row: LabRow, y: number) => void): void {
  for (let y = 0; y < picture.height; y += every) read(labOf(picture, y, 0, picture.width), y)
}

/**
 * A new picture with its rows changed as L*a*b*, one at a time, so that the size of a picture costs no memory. About
 * 0.2 µs a pixel; only the piece of each row that is covered is looked at, `from` its first column up to `to`.
 */
export function changeLabRows(
  picture: Picture,
  cover: Plane | undefined,
  change: (row: LabRow, y: number, from: number, to: number) => void,
): Picture {
  const { width, height, channels } = picture
  const pixels = new Uint8Array(picture.pixels)
  for (let y = 0; y < height; y++) {
    let from = 0
    let to = width
    if (cover) {
      while (from < to && cover.data[y * width + from]! < 0.004) from++
      while (to > from && cover.data[y * width + to - 1]! < 0.004) to--
    }
    if (from === to) continue
    const row = labOf(picture, y, from, to)
    const before = row.slice()
    change(row, y, from, to)
    const changed = fromFloat(fromLab({ width: to - from, height: 1, data: row })).pixels
    for (let x = from, at = 0; x < to; x++, at += 3) {
      // What is not changed keeps its bytes: the way through L*a*b* rounds.
      if (row[at] === before[at] && row[at + 1] === before[at + 1] && row[at + 2] === before[at + 2]) continue
      const pixel = (y * width + x) * channels
      pixels[pixel] = changed[at]!
      pixels[pixel + 1] = changed[at + 1]!
      pixels[pixel + 2] = changed[at + 2]!
    }
  }
  return { ...picture, pixels }
}

function labOf({ pixels, width, channels }: Picture, y: number, left: number, right: number): LabRow {
  const data = new Float32Array((right - left) * 3)
  for (let to = 0, from = (y * width + left) * channels; to < data.length; to += 3, from += channels) {
    data[to] = pixels[from]! / 255
    data[to + 1] = pixels[from + 1]! / 255
    data[to + 2] = pixels[from + 2]! / 255
  }
  return toLab({ width: right - left, height: 1, data }).data
}
