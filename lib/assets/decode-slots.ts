import 'server-only'
import { availableParallelism } from 'node:os'

/**
 * At the pixel limit one decode can hold some 300 MB, so only a few run at once; the others wait in order.
 * Must not be nested: a holder that waits for a second slot could wait for ever.
 */
const slots = Math.min(4, Math.max(2, availableParallelism()))
let taken = 0
const waiting: (() => void)[] = []

export async function withDecodeSlot<T>(work: () => Promise<T>): Promise<T> {
  if (taken < slots) taken += 1
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
