import type { Mask } from './mask'

/** How a mask is brought to another size: `nearest` keeps hard edges hard, `linear` keeps them smooth. */
export type Stretching = 'nearest' | 'linear'

/** The mask drawn over another picture's whole frame; where the shapes differ it is distorted. */
export function stretchMask(
  mask: Mask,
  { width, height }: { width: number; height: number },
  how: Stretching,
): Mask {
  const columns = taps(mask.width, width, how)
  const rows = taps(mask.height, height, how)
  const data = new Uint8Array(width * height)
  const sums = new Float32Array(mask.width)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (const { at, weight } of rows[y]!)
      for (let x = 0, from = at * mask.width; x < mask.width; x++, from++)
        sums[x] = sums[x]! + mask.data[from]! * weight
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (const { at, weight } of columns[x]!) sum += sums[at]! * weight
      data[y * width + x] = Math.round(sum)
    }
  }
  return { width, height, data }
}

interface Tap {
  at: number
  weight: number
}

/** For each new pixel along one side, the old ones it is mixed from. */
function taps(from: number, to: number, how: Stretching): Tap[][] {
  const scale = from / to
  return Array.from({ length: to }, (_, index) => {
    const middle = (index + 0.5) * scale
    if (how === 'nearest') return [{ at: Math.min(from - 1, Math.floor(middle)), weight: 1 }]
    // A triangle over the two neighbours; made smaller, over all that falls together.
    const reach = Math.max(1, scale)
    const mixed: Tap[] = []
    for (let at = Math.floor(middle - reach); at <= Math.ceil(middle + reach); at++) {
      const weight = 1 - Math.abs(at + 0.5 - middle) / reach
      if (weight > 0) mixed.push({ at: Math.min(from - 1, Math.max(0, at)), weight })
    }
    const sum = mixed.reduce((total, { weight }) => total + weight, 0)
    return mixed.map(({ at, weight }) => ({ at, weight: weight / sum }))
  })
}
