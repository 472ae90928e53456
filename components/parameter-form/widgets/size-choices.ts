import type { SizeOption, SizeParameter } from '@/lib/models/parameter'
import { dimensionsOf, readSize, resolveEmptySize, type Dimensions } from '@/lib/models/size'

type FreeSize = Extract<SizeParameter, { separator: string }>

const shapes: readonly (readonly [number, number])[] = [
  [1, 1],
  [4, 3],
  [3, 4],
  [3, 2],
  [2, 3],
  [16, 9],
  [9, 16],
]

/** "832 × 1248 (photo_v)"; for a word without pixels the word. */
export function optionLabel({ value, width, height }: SizeOption): string {
  if (!width || !height) return value
  const pixels = `${width} × ${height}`
  return readSize(value) ? pixels : `${pixels} (${value})`
}

/** What the empty choice of a size means for this first picture. */
export function emptyLabel(parameter: SizeParameter, first: Dimensions | undefined): string {
  const value = resolveEmptySize(parameter, first)
  if (value === undefined) return 'options' in parameter ? 'Left to the provider' : 'Same as the input'
  const size = dimensionsOf(parameter, value)
  const label = optionLabel({ value, ...size })
  return first ? `Match image 1 → ${label}` : `Default → ${label}`
}

/** Common shapes of about a megapixel, sides on multiples of 16, all within the row's range. */
export function sizePresets({ min, max, separator }: FreeSize): { value: string; label: string }[] {
  return shapes.flatMap(([across, down]) => {
    const unit = Math.min(Math.sqrt((1024 * 1024) / (across * down)), max / Math.max(across, down))
    const [width, height] = [across, down].map((side) => Math.floor((side * unit) / 16 + 0.5) * 16)
    if (!width || !height || Math.min(width, height) < min || Math.max(width, height) > max) return []
    return [{ value: `${width}${separator}${height}`, label: `${across}:${down} · ${width} × ${height}` }]
  })
}

/** A free size as typed, in its two halves; what can't be taken apart stays in the first. */
export function sizeHalves(value: string): [width: string, height: string] {
  const at = value.search(/[*x]/)
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)]
}

/** Where a custom size starts: the first picture's, made to fit the range, or a square. A suggestion, free to change. */
export function customStart({ min, max, separator }: FreeSize, first: Dimensions | undefined): string {
  const { width, height } = first ?? { width: 1024, height: 1024 }
  const scale = Math.min(1, max / Math.max(width, height))
  return [width, height]
    .map((side) => Math.min(max, Math.max(min, Math.round((side * scale) / 16) * 16)))
    .join(separator)
}
