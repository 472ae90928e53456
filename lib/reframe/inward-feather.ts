import type { Dimensions } from '@/lib/models/size'

/** Steps of the chamfer distance: 3 straight and 4 across stand for 1 and √2. */
const straight = 3
const across = 4

/**
 * How much of the answer each pixel takes, from 0 to 255: nothing where the mask is black, rising over `feather` pixels
 * inwards from its edge, and never more than the mask itself says. So the seam lies wholly within what may change, and
 * the outside keeps its bits.
 *
 * @param mask one byte per pixel, 0 kept, 255 regenerated
 */
export function inwardFeather(mask: Uint8Array, { width, height }: Dimensions, feather: number): Uint8Array {
  if (feather <= 0) return mask.slice()
  const distance = distanceToKept(mask, width, height)
  // A thin stroke would never reach full strength: its own middle does.
  const deepest = distance.reduce((most, value) => Math.max(most, value), 0) / straight
  const reach = Math.max(1, Math.min(feather, deepest / 2)) * straight
  const weights = new Uint8Array(mask.length)
  for (let at = 0; at < mask.length; at++) {
    const share = Math.min(1, (distance[at] ?? 0) / reach)
    weights[at] = Math.round((mask[at] ?? 0) * share)
  }
  return weights
}

/** Chamfer distance to the nearest black pixel, in thirds of a pixel; the picture's border is no edge of the mask. */
function distanceToKept(mask: Uint8Array, width: number, height: number): Uint32Array {
  const far = (width + height) * across
  const distance = Uint32Array.from(mask, (value) => (value === 0 ? 0 : far))
  const closer = (at: number, from: number, step: number) => {
    const through = (distance[from] ?? far) + step
    if (through < (distance[at] ?? far)) distance[at] = through
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (x > 0) closer(at, at - 1, straight)
      if (y === 0) continue
      closer(at, at - width, straight)
      if (x > 0) closer(at, at - width - 1, across)
      if (x < width - 1) closer(at, at - width + 1, across)
    }
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) {
      const at = y * width + x
      if (x < width - 1) closer(at, at + 1, straight)
      if (y === height - 1) continue
      closer(at, at + width, straight)
      if (x > 0) closer(at, at + width - 1, across)
      if (x < width - 1) closer(at, at + width + 1, across)
    }
  return distance
}
