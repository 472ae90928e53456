import type { Region } from './lay-over'
import type { Rect } from './mask'

/** A picture's colours as a canvas gives them: four bytes per pixel, alpha not multiplied in. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}

export interface FloodOptions {
  /**
   * 0 to 255. A pixel is alike when none of red, green, blue and alpha differs by more from the pixel that was
   * pointed at. Two fully transparent pixels are always alike.
   */
  tolerance: number
  /** Only what hangs together with the starting pixel (by its sides, not its corners); else everywhere. */
  contiguous: boolean
  /** Gives the pixels around the area a share, so that its edge is not jagged. */
  smoothEdge: boolean
}

/** The area of like colour around (or, not contiguous, of) a pixel, given by its whole coordinates. */
export function floodFill(picture: Pixels, seed: { x: number; y: number }, options: FloodOptions): Region {
  const { width, height } = picture
  const found = new Uint8Array(width * height)
  const isAlike = likeness(picture, seed.y * width + seed.x, options.tolerance)
  if (options.contiguous) spread(found, width, height, seed, isAlike)
  else for (let i = 0; i < found.length; i++) if (isAlike(i)) found[i] = 255
  return cropped(found, width, height, options.smoothEdge)
}

function likeness({ data }: Pixels, seed: number, tolerance: number): (index: number) => boolean {
  const [red, green, blue, alpha] = data.subarray(seed * 4, seed * 4 + 4) as unknown as number[]
  return (index) => {
    const at = index * 4
    if (data[at + 3] === 0 && alpha === 0) return true
    return (
      Math.abs(data[at]! - red!) <= tolerance &&
      Math.abs(data[at + 1]! - green!) <= tolerance &&
      Math.abs(data[at + 2]! - blue!) <= tolerance &&
      Math.abs(data[at + 3]! - alpha!) <= tolerance
    )
  }
}

/** Row by row: each stretch is filled at once and asks for the stretches above and below it. */
function spread(
  found: Uint8Array,
  width: number,
  height: number,
  seed: { x: number; y: number },
  isAlike: (index: number) => boolean,
): void {
  const starts = [seed.y * width + seed.x]
  const isOpen = (index: number) => found[index] === 0 && isAlike(index)
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    if (!isOpen(start)) continue
    const row = start - (start % width)
    let from = start
    while (from > row && isOpen(from - 1)) from--
    let end = start + 1
    while (end < row + width && isOpen(end)) end++
    found.fill(255, from, end)
    if (row > 0) askFor(from - width, end - width)
    if (row < (height - 1) * width) askFor(from + width, end + width)
  }

  function askFor(from: number, end: number) {
    for (let i = from; i < end; i++) {
      if (!isOpen(i)) continue
      starts.push(i)
      // One start per stretch: the rest of it is found from there.
      while (i + 1 < end && isOpen(i + 1)) i++
    }
  }
}

function cropped(found: Uint8Array, width: number, height: number, smoothEdge: boolean): Region {
  const rect = boundsOfFound(found, width, height, smoothEdge ? 1 : 0)
  const cover = new Uint8Array(rect.width * rect.height)
  for (let y = 0; y < rect.height; y++)
    for (let x = 0; x < rect.width; x++) {
      const at = (rect.y + y) * width + rect.x + x
      cover[y * rect.width + x] =
        found[at] || (smoothEdge ? shareAround(found, width, height, rect.x + x, rect.y + y) : 0)
    }
  return { rect, cover }
}

/** 255 times the share of the pixel's three by three that was found. */
function shareAround(found: Uint8Array, width: number, height: number, x: number, y: number): number {
  let count = 0
  for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
    for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++)
      if (found[ny * width + nx]) count++
  return Math.round((255 * count) / 9)
}

function boundsOfFound(found: Uint8Array, width: number, height: number, margin: number): Rect {
  const first = found.indexOf(255)
  const top = Math.floor(first / width)
  const bottom = Math.floor(found.lastIndexOf(255) / width)
  let left = width - 1
  let right = 0
  for (let y = top; y <= bottom; y++) {
    const row = found.subarray(y * width, (y + 1) * width)
    const start = row.indexOf(255)
    if (start < 0) continue
    left = Math.min(left, start)
    right = Math.max(right, row.lastIndexOf(255))
  }
  const x = Math.max(0, left - margin)
  const y = Math.max(0, top - margin)
  return {
    x,
    y,
    width: Math.min(width, right + margin + 1) - x,
    height: Math.min(height, bottom + margin + 1) - y,
  }
}
