import { covered } from './lay-over'
import type { Mask, Paint, Point, Rect } from './mask'
import { pixelsOf } from './rect'
import { createTileSet } from './tiles'

export interface Brush extends Paint {
  /** Diameter in pixels of the picture. */
  size: number
  /** The share of the radius that is covered fully, from 0 to 1; a hard brush still has an edge of one pixel. */
  hardness: number
  /** What less pressure makes less. */
  pressure: 'size' | 'opacity' | 'none'
}

export interface StrokePoint extends Point {
  /** 0 to 1; 1 for whatever can't tell. */
  pressure: number
}

/** One stroke under way. */
export interface Stroke {
  /** Draws on to a point; answers the pixels that may have changed. */
  to(point: StrokePoint): Rect | undefined
  /** Ends it and answers the tiles that it touched. The shared `cover` is zero again. */
  end(): Rect[]
}

/** The brush at one point of the stroke. */
interface Dab extends Point {
  radius: number
  opacity: number
}

/**
 * Begins a stroke. A pixel is covered by its distance to the drawn line, as if the brush had been set down at every
 * point of it: no beads however fast the hand was, and the same result however many points reported it. Within a
 * stroke the strongest cover counts, so that opacity does not build up where the line comes back over itself; separate
 * strokes do build up.
 *
 * @param before  the mask's bytes before the stroke, which must not change meanwhile
 * @param cover   as many bytes, all zero: lent to the stroke
 */
export function startStroke(mask: Mask, before: Uint8Array, cover: Uint8Array, brush: Brush): Stroke {
  let last: Dab | undefined
  const touched = createTileSet(mask)

  function dabAt({ x, y, pressure }: StrokePoint): Dab {
    const size = brush.size * (brush.pressure === 'size' ? pressure : 1)
    const opacity = brush.opacity * (brush.pressure === 'opacity' ? pressure : 1)
    return { x, y, radius: Math.max(0.5, size / 2), opacity }
  }

  function lay(at: number, level: number) {
    if (level <= cover[at]!) return
    cover[at] = level
    mask.data[at] = covered(before[at]!, level, brush.erase)
  }

  /** From one dab to the next: size and opacity go over evenly. */
  function segment(from: Dab, to: Dab): Rect | undefined {
    const reach = Math.max(from.radius, to.radius) + edge
    const rect = pixelsOf(
      Math.min(from.x, to.x) - reach,
      Math.min(from.y, to.y) - reach,
      Math.max(from.x, to.x) + reach,
      Math.max(from.y, to.y) + reach,
      mask,
    )
    if (!rect) return undefined
    const dx = to.x - from.x
    const dy = to.y - from.y
    const lengthSquared = dx * dx + dy * dy
    const isEven = from.radius === to.radius && from.opacity === to.opacity
    const core = Math.max(0, from.radius * brush.hardness - edge)
    const fullLevel = Math.round(255 * from.opacity)
    // How far the band of the line reaches to both sides within one row.
    const sideways = dy === 0 ? Infinity : (reach * Math.sqrt(lengthSquared)) / Math.abs(dy)
    for (let y = rect.y; y < rect.y + rect.height; y++) {
      const py = y + 0.5 - from.y
      const middle = dy === 0 ? 0 : from.x + (py * dx) / dy
      const first = Math.max(rect.x, Math.floor(middle - sideways))
      const end = Math.min(rect.x + rect.width, Math.ceil(middle + sideways))
      for (let x = first; x < end; x++) {
        const px = x + 0.5 - from.x
        const along = lengthSquared === 0 ? 0 : (px * dx + py * dy) / lengthSquared
        const t = along < 0 ? 0 : along > 1 ? 1 : along
        const ox = px - t * dx
        const oy = py - t * dy
        const square = ox * ox + oy * oy
        const at = y * mask.width + x
        if (isEven) {
          if (square <= core * core) lay(at, fullLevel)
          else if (square < reach * reach) lay(at, levelAt(Math.sqrt(square), from, brush.hardness))
          continue
        }
        const between = {
          radius: from.radius + t * (to.radius - from.radius),
          opacity: from.opacity + t * (to.opacity - from.opacity),
        }
        // The wide end reaches beyond what lies straight beside the line.
        lay(at, levelAt(Math.sqrt(square), between, brush.hardness))
        lay(at, levelAt(Math.hypot(px, py), from, brush.hardness))
        lay(at, levelAt(Math.hypot(px - dx, py - dy), to, brush.hardness))
      }
    }
    return rect
  }

  return {
    to(point) {
      const dab = dabAt(point)
      const rect = segment(last ?? dab, dab)
      last = dab
      if (rect) touched.add(rect)
      return rect
    },
    end() {
      const tiles = touched.all()
      for (const { x, y, width, height } of tiles)
        for (let row = y; row < y + height; row++) {
          const start = row * mask.width + x
          cover.fill(0, start, start + width)
        }
      return tiles
    },
  }
}

/** Half the width of a hard brush's edge, in pixels. */
const edge = 0.5

/** Cover from 0 to 255 at a distance from the middle: full inside, smoothly down to nothing at the rim. */
function levelAt(distance: number, { radius, opacity }: Omit<Dab, 'x' | 'y'>, hardness: number): number {
  const fall = 2 * edge + (1 - hardness) * radius
  const share = (radius + edge - distance) / fall
  if (share <= 0) return 0
  return Math.round(255 * opacity * (share >= 1 ? 1 : share * share * (3 - 2 * share)))
}
