import { columnDistances, farthest, rowDistances } from './distance-rows'
import type { Mask, Rect } from './mask'
import { boundsOf } from './mask-coverage'
import { widen } from './rect'

/** The most by which a mask can be grown or shrunk at once, in pixels. */
export const mostGrowth = farthest - 2

/**
 * The mask grown by so many pixels all round, or shrunk by a negative number: by straight distance, so corners become
 * round. A pixel within that distance of the mask belongs to it fully, the next one by what is left of the distance.
 * What is soft or half covered is moved level by level and stays so. The picture's border does not eat into a mask.
 */
export function grow(mask: Mask, pixels: number): Mask {
  const by = Math.min(Math.abs(pixels), mostGrowth)
  const bounds = boundsOf(mask)
  if (!bounds || by === 0) return { ...mask, data: mask.data.slice() }
  const area = widen(bounds, pixels > 0 ? Math.ceil(by) + 1 : 1, mask)
  const source = cut(mask, area)
  // Shrinking is growing what is kept.
  if (pixels < 0) invertAll(source)
  const grown = growArea(source, area.width, area.height, by)
  if (pixels < 0) invertAll(grown)
  const data = mask.data.slice()
  for (let row = 0; row < area.height; row++)
    data.set(grown.subarray(row * area.width, (row + 1) * area.width), (area.y + row) * mask.width + area.x)
  return { ...mask, data }
}

function growArea(source: Uint8Array, width: number, height: number, by: number): Uint8Array {
  const levels = levelsOf(source, width)
  const limit = Math.ceil(by) + 2
  const columns = levels.map((level) =>
    columnDistances((i) => source[i]! >= level.from, width, height, limit),
  )
  const grown = source.slice()
  const measure = rowDistances(width)
  let near = new Float32Array(width)
  let nearBefore = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    const row = y * width
    levels.forEach(({ value: level }, index) => {
      measure(columns[index]!, row, limit, near)
      const lower = levels[index - 1]?.value ?? 0
      for (let x = 0; x < width; x++) {
        const distance = near[x]!
        if (distance >= by + 1 && (index === 0 || nearBefore[x]! > by)) continue
        const value =
          index === 0 ? level * rim(by, distance) : between(by, nearBefore[x]!, distance, lower, level)
        if (value > grown[row + x]!) grown[row + x] = Math.round(value)
      }
      ;[near, nearBefore] = [nearBefore, near]
    })
  }
  return grown
}

/** Full up to the distance, then falling to nothing within one pixel. */
function rim(by: number, distance: number): number {
  return Math.min(1, Math.max(0, by + 1 - distance))
}

/** The level whose distance would be just the one asked for, between two levels of known distances. */
function between(by: number, toLower: number, toLevel: number, lower: number, level: number): number {
  if (toLevel <= by) return level
  if (toLower > by) return 0
  return lower + ((level - lower) * (by - toLower)) / (toLevel - toLower)
}

/** The pixels of at least `from` are moved, and where they come to lie the mask has `value`. */
interface Level {
  from: number
  value: number
}

const mostLevels = 8
const hardEdged: Level[] = [{ from: 128, value: 255 }]

/**
 * At which levels a mask is grown. One is enough where there are only hard edges with their smooth rim; else levels that
 * the pixels between black and white really have, evenly by how many have them, and white.
 */
function levelsOf(source: Uint8Array, width: number): Level[] {
  const counts = new Uint32Array(256)
  let soft = 0
  let between = 0
  for (let i = 0; i < source.length; i++) {
    const value = source[i]!
    counts[value] = counts[value]! + 1
    if (value === 0 || value === 255) continue
    between++
    if (isBetween(source[i - 1]) && isBetween(source[i + 1]))
      if (isBetween(source[i - width]) && isBetween(source[i + width])) soft++
  }
  if (soft * 50 <= between) return hardEdged
  const levels = new Set<number>()
  let seen = 0
  for (let value = 1; value < 255; value++) {
    const before = Math.floor((seen * mostLevels) / between)
    seen += counts[value]!
    if (counts[value]! > 0 && Math.floor((seen * mostLevels) / between) > before) levels.add(value)
  }
  if (counts[255]! > 0) levels.add(255)
  return [...levels].map((value) => ({ from: value, value }))
}

function isBetween(value: number | undefined): boolean {
  return value !== undefined && value > 0 && value < 255
}

function cut(mask: Mask, { x, y, width, height }: Rect): Uint8Array {
  const source = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const from = (y + row) * mask.width + x
    source.set(mask.data.subarray(from, from + width), row * width)
  }
  return source
}

function invertAll(values: Uint8Array): void {
  for (let i = 0; i < values.length; i++) values[i] = 255 - values[i]!
}
