import 'server-only'
import { ProviderError } from '@/lib/providers/provider-error'
import { backoffMs } from './backoff'
import type { Lifecycle } from './lifecycle'

/**
 * Repeats a free, safe call while its fault may pass: at most `attempts` times, or until `deadline` (epoch
 * milliseconds). Throws the last error.
 */
export async function repeatRead<T>(
  lifecycle: Lifecycle,
  signal: AbortSignal,
  read: () => Promise<T>,
  limit: { attempts?: number; deadline?: number },
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await read()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof ProviderError && error.transient)) throw error
      const wait = backoffMs(attempt, { most: 15_000, asked: error.retryAfterMs })
      if (attempt >= (limit.attempts ?? Infinity)) throw error
      if (lifecycle.now() + wait >= (limit.deadline ?? Infinity)) throw error
      await lifecycle.sleep(wait, signal)
    }
  }
}
