import 'server-only'
import { availableParallelism } from 'node:os'

/** Lets at most `count` pieces of work run at once; the others wait in order. */
function createSlots(count: number) {
  let taken = 0
  const waiting: (() => void)[] = []

  return async function withSlot<T>(work: () => Promise<T>): Promise<T> {
    if (taken < count) taken += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // The slot passes straight to the next in line, so nobody can slip in between.
      const next = waiting.shift()
      if (next) next()
      else taken -= 1
    }
  }
}

/**
 * At the pixel limit one decode can hold some 300 MB, so only a few run at once.
 * Must not be nested: a holder that waits for a second slot could wait for ever.
 */
export const withDecodeSlot = createSlots(Math.min(4, Math.max(2, availableParallelism())))

/**
 * HEIC takes about three times the memory, so one at a time. Taken before the decode slot, never inside it: HEICs that
 * wait must not keep others waiting.
 */
export const withHeicSlot = createSlots(1)

/** Straightening holds a picture twice, so one at a time; taken before the decode slot like HEIC's. */
export const withStraightenSlot = createSlots(1)
