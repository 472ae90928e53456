import type { LibraryItem } from '@/lib/library/library-item'

type Counts = Pick<LibraryItem, 'active' | 'succeeded' | 'failed' | 'total'>

/** What has become of a run, where its picture does not say it. */
export function stateText({ succeeded, active, failed, total }: Counts): string | undefined {
  if (active > 0) return total > 1 ? `${succeeded} of ${total} done` : 'Working'
  if (failed === total) return 'No result'
  if (total > 1) return succeeded === 1 ? '1 result' : `${succeeded} results`
  return undefined
}

/** "3 runs", "1 run", "10,000 runs" */
export function runsText(count: number): string {
  return count === 1 ? '1 run' : `${count.toLocaleString('en')} runs`
}

/** "2026-11-21 17:40 UTC", the same wherever it is written. */
export function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Days until a run in the trash is removed, at least 0. */
export function daysLeft(deletedAt: number, now: number, days: number): number {
  const dayMs = 24 * 60 * 60 * 1000
  return Math.max(0, Math.ceil((deletedAt + days * dayMs - now) / dayMs))
}
