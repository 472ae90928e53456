import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'

/**
 * Takes an exclusive lock that the kernel drops when the process ends, however it ends: a SQLite file in an exclusive
 * transaction.
 *
 * @returns a function that gives it up, or undefined if another holds it
 */
export function takeLockFile(file: string): (() => void) | undefined {
  const lock = new SqliteDatabase(file, { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined
    throw error
  }
  return () => void lock.close()
}

/**
 * Waits for the lock until `signal` fires, asking every `everyMs` milliseconds. SQLite's own waiting would hold up the
 * whole process, and for ever if the holder is in it.
 */
export async function waitForLockFile(
  file: string,
  everyMs: number,
  signal: AbortSignal,
  onWaiting: () => void = () => {},
): Promise<(() => void) | undefined> {
  for (let told = false; !signal.aborted; told = true) {
    const unlock = takeLockFile(file)
    if (unlock) return unlock
    if (!told) onWaiting()
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
  return undefined
}
