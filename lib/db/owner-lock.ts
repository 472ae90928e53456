import 'server-only'
import path from 'node:path'
import { waitForLockFile } from './lock-file'

/**
 * Waits until this process is the one that works on an embedded folder; others only serve pages and take over when the
 * owner ends. The lock is held for life.
 *
 * @returns a function that gives the ownership up, or undefined if `signal` ended the wait
 */
export function becomeOwner(
  folder: string,
  signal: AbortSignal,
  onWaiting: () => void,
): Promise<(() => void) | undefined> {
  return waitForLockFile(path.join(folder, 'owner.lock'), 500, signal, onWaiting)
}
