import type { Dimensions } from '@/lib/models/size'

/** A size in the shape of another, by one of its sides. At least one pixel. */
export function sizeInShape(shape: Dimensions, side: { width: number } | { height: number }): Dimensions {
  if ('width' in side)
    return { width: side.width, height: Math.max(1, Math.round((side.width * shape.height) / shape.width)) }
  return { width: Math.max(1, Math.round((side.height * shape.width) / shape.height)), height: side.height }
}
