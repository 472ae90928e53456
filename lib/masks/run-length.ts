/*
 * Bytes as runs: a number n as a varint (seven bits a byte, lowest first), then for an even n the one byte that repeats
 * n/2 times, for an odd n the (n-1)/2 bytes themselves.
 */

/** A shorter run costs less among the bytes around it. */
const shortestRun = 4

export function encodeRuns(values: Uint8Array): Uint8Array<ArrayBuffer> {
  // Each stretch of single bytes, however short, is followed by a run that saves at least what the two numbers cost.
  const out = new Uint8Array(values.length + 16)
  let length = 0
  let single = 0
  const writeNumber = (number: number) => {
    for (; number > 127; number >>>= 7) out[length++] = (number & 127) | 128
    out[length++] = number
  }
  const writeSingles = (end: number) => {
    if (end === single) return
    writeNumber((end - single) * 2 + 1)
    out.set(values.subarray(single, end), length)
    length += end - single
  }
  for (let at = 0; at < values.length;) {
    const value = values[at]!
    let end = at + 1
    while (end < values.length && values[end] === value) end++
    if (end - at >= shortestRun || end === values.length) {
      writeSingles(at)
      writeNumber((end - at) * 2)
      out[length++] = value
      single = end
    }
    at = end
  }
  return out.slice(0, length)
}

/** Writes the bytes that were encoded; answers how many. */
export function decodeRuns(runs: Uint8Array, into: Uint8Array): number {
  let length = 0
  for (let at = 0; at < runs.length;) {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = runs[at++]!
      number |= (byte & 127) << shift
      if (byte < 128) break
    }
    const count = number >>> 1
    if (number & 1) {
      into.set(runs.subarray(at, at + count), length)
      at += count
    } else into.fill(runs[at++]!, length, length + count)
    length += count
  }
  return length
}
