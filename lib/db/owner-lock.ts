import 'server-only'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lockFile } from './client'

/**
 * Waits until this process is the one that works on an embedded folder; others only serve pages and take over when the
 * owner ends. The lock is held for life.
 *
 * @returns a function that gives the ownership up, or undefined if `signal` ended the wait
 */
export async function becomeOwner(
  folder: string,
  signal: AbortSignal,
  onWaiting: () => void,
): Promise<(() => void) | undefined> {
  const file = path.join(folder, 'owner.lock')
  for (let told = false; !signal.aborted; told = true) {
    try {
      return lockFile(file, 0)
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
      if (!told) onWaiting()
      await sleep(500, undefined, { signal }).catch(() => {})
    }
  }
  return undefined
}
