import 'server-only'
import { backoffMs } from './backoff'
import type { Lifecycle } from './lifecycle'

const attempts = 6

/**
 * Repeats a write of ours on which a paid result hangs, for some seconds: the database may be restarting. Throws the
 * last error, or at once one for which repeating is of no use.
 */
export async function insist<T>(
  lifecycle: Lifecycle,
  write: () => Promise<T>,
  isFinal: (error: unknown) => boolean = () => false,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (attempt === attempts || isFinal(error)) throw error
      lifecycle.log('a write failed and is tried again', error)
      await lifecycle.sleep(backoffMs(attempt, { first: 200, most: 3000 }), new AbortController().signal)
    }
  }
}
