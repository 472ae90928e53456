import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { randomNumbers } from '@/lib/sandbox/engine/random'

export const glitch = defineOperation({
  name: 'glitch',
  pattern:
    /\b(?:glitch(?:ed|y|es)?(?: (?:effect|art|look))?|vhs(?: (?:look|tape|effect))?|data[ -]?(?:bend(?:ing)?|mosh(?:ing)?)|corrupted|broken (?:tv|screen|signal)|crt(?: (?:screen|monitor|tv))?|scan ?lines)\b/,
  example: 'glitch effect',
  seeded: true,
  read: ({ near }) => ({ amount: amountIn(near) }),
  describe: () => 'glitch: shifted bands, split colours, scan lines',
  apply: (picture, { amount }, { seed }) => tear(picture, amount, seed),
})

/** Bands of rows pushed sideways, red and blue pulled apart more strongly there, every third line dimmed. */
function tear({ pixels, width, height, channels }: Picture, amount: number, seed: number): Picture {
  const random = randomNumbers(seed)
  const shifts = new Int32Array(height)
  const bands = Math.round(16 * amount)
  for (let band = 0; band < bands; band++) {
    const top = Math.floor(random() * height)
    const thick = Math.ceil((0.004 + random() * random() * 0.06) * height)
    const shift = Math.round((random() - 0.5) * width * 0.16 * amount)
    shifts.fill(shift, top, Math.min(height, top + thick))
  }
  const apart = Math.max(1, Math.round(width * 0.005 * amount))
  const line = Math.max(1, Math.round(height / 700))
  const torn = new Uint8Array(pixels.length)
  const wrapped = (x: number) => ((x % width) + width) % width
  for (let y = 0; y < height; y++) {
    const row = y * width * channels
    const shift = shifts[y]!
    const split = shift === 0 ? apart : apart * 3
    const dim = Math.floor(y / line) % 3 === 0 ? 0.84 : 1
    let own = wrapped(shift)
    let ahead = wrapped(shift + split)
    let behind = wrapped(shift - split)
    for (let to = row, end = row + width * channels; to < end; to += channels) {
      torn[to] = pixels[row + ahead * channels]! * dim
      torn[to + 1] = pixels[row + own * channels + 1]! * dim
      torn[to + 2] = pixels[row + behind * channels + 2]! * dim
      if (++own === width) own = 0
      if (++ahead === width) ahead = 0
      if (++behind === width) behind = 0
      if (channels === 4) torn[to + 3] = pixels[to + 3]!
    }
  }
  return { pixels: torn, width, height, channels }
}
