import 'server-only'

/** A step's own seed: two steps of one request, or the same step at another place, draw different numbers. */
export function stepSeed(seed: number, index: number, operation: string): number {
  let mixed = 1779033703 ^ seed
  for (const code of [index, ...Buffer.from(operation)]) {
    mixed = Math.imul(mixed ^ code, 3432918353)
    mixed = (mixed << 13) | (mixed >>> 19)
  }
  return (mixed ^ (mixed >>> 16)) >>> 0
}
