import 'server-only'
import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second. */
const tickMs = 10

/**
 * How many milliseconds the host has kept this virtual machine's processors from running what was ready to run, since
 * it was started and over all of them (proc_stat(5), "steal"). 0 where that is not told, as outside Linux.
 */
export function stolenTime(): number {
  if (process.platform !== 'linux') return 0
  const [, ...times] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/\s+/) ?? []
  return Number(times[7] ?? 0) * tickMs
}
