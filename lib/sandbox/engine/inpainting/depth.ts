import 'server-only'

/** How many steps each pixel of the hole is from the nearest known one; 0 outside, far more than the sides if none is. */
export function depthOf(hole: Uint8Array, width: number, height: number): Float32Array {
  const depth = Float32Array.from(hole, (open) => (open ? 1e6 : 0))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (x > 0) depth[at] = Math.min(depth[at]!, depth[at - 1]! + 1)
      if (y > 0) depth[at] = Math.min(depth[at]!, depth[at - width]! + 1)
    }
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) {
      const at = y * width + x
      if (x < width - 1) depth[at] = Math.min(depth[at]!, depth[at + 1]! + 1)
      if (y < height - 1) depth[at] = Math.min(depth[at]!, depth[at + width]! + 1)
    }
  return depth
}
