import type { Mask } from './mask'

/** A mask from rows of text: `.` is 0, `#` is 255, a digit so many tenths of 255. */
export function drawn(...rows: string[]): Mask {
  const data = rows.flatMap((row) =>
    [...row].map((sign) => (sign === '.' ? 0 : sign === '#' ? 255 : Math.round((Number(sign) * 255) / 10))),
  )
  return { width: rows[0]?.length ?? 0, height: rows.length, data: Uint8Array.from(data) }
}

/** The mask as rows of text, to be compared with `drawn`'s: only black and white. */
export function rowsOf({ width, data }: Mask): string[] {
  const signs = Array.from(data, (value) => (value === 0 ? '.' : value === 255 ? '#' : '?')).join('')
  return signs.match(new RegExp(`.{${width}}`, 'g')) ?? []
}

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Blots of every grey on black. */
export function blotted(width: number, height: number, seed: number): Mask {
  const random = randomFrom(seed)
  const data = new Uint8Array(width * height)
  for (let blot = 0; blot < 8; blot++) {
    const left = Math.floor(random() * width)
    const top = Math.floor(random() * height)
    const value = blot % 2 ? 255 : Math.floor(random() * 256)
    for (let y = top; y < Math.min(height, top + random() * 20); y++)
      data.fill(value, y * width + left, y * width + Math.min(width, left + 15))
  }
  return { width, height, data }
}
