import 'server-only'
import { randomUUID } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'

/**
 * Writes under a temporary name and renames, so that a process killed at any moment leaves a whole file or none.
 * Not synced to disk: the sandbox promises to outlive its process, not the machine.
 */
export function writeFileWhole(path: string, content: Uint8Array | string): void {
  const temporary = `${path}.${randomUUID()}.part`
  writeFileSync(temporary, content)
  renameSync(temporary, path)
}
