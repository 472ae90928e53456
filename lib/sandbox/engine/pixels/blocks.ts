import 'server-only'
import type { Picture } from '../picture'

/** Enlarged to this size without smoothing: every pixel becomes a block of its colour. */
export function enlargeInBlocks(small: Picture, width: number, height: number): Picture {
  const { pixels, channels } = small
  const large = new Uint8Array(width * height * channels)
  const columns = Int32Array.from({ length: width }, (_, x) => nearest(x, width, small.width) * channels)
  const row = width * channels
  for (let y = 0, to = 0, last = -1; y < height; y++, to += row) {
    const above = nearest(y, height, small.height)
    // The rows of a block are alike.
    if (above === last) large.copyWithin(to, to - row, to)
    else
      for (let x = 0, at = to; x < width; x++, at += channels) {
        const from = above * small.width * channels + columns[x]!
        for (let channel = 0; channel < channels; channel++) large[at + channel] = pixels[from + channel]!
      }
    last = above
  }
  return { pixels: large, width, height, channels }
}

/** Whose block a place on the large side lies in. */
function nearest(at: number, large: number, small: number): number {
  return Math.floor(((at + 0.5) * small) / large)
}
