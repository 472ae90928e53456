import type { PredictionView } from '@/lib/predictions/view'
import { formatCents } from '@/components/ui/format-cents'

/** How far a run is. */
export interface BoardProgress {
  total: number
  succeeded: number
  active: number
  failed: number
  canceled: number
}

export function progressOf(predictions: readonly PredictionView[]): BoardProgress {
  const count = (fits: (one: PredictionView) => boolean) => predictions.filter(fits).length
  const canceled = count(({ state }) => state === 'canceled')
  return {
    total: predictions.length,
    succeeded: count(({ status }) => status === 'completed'),
    active: count(({ status }) => status === 'processing'),
    failed: count(({ status }) => status === 'failed') - canceled,
    canceled,
  }
}

/** "7 of 9 done, 1 failed". */
export function progressText({ total, succeeded, failed, canceled }: BoardProgress): string {
  return [
    `${succeeded} of ${total} done`,
    failed > 0 && `${failed} failed`,
    canceled > 0 && `${canceled} canceled`,
  ]
    .filter(Boolean)
    .join(', ')
}

/**
 * What the run has cost so far, and what is not certain: pictures made by price list, work that is still going on, and
 * what failed or was canceled after the provider had it. A cell's earlier tries are not known here, which is said.
 */
export function costText(predictions: readonly PredictionView[]): string {
  if (predictions.every(({ sandbox }) => sandbox)) return 'Free: all in the sandbox'
  const paid = predictions.filter(({ status }) => status === 'completed')
  const spent = sum(paid)
  const listed = sum(paid.filter(({ costReported }) => !costReported))
  const sent = sum(
    predictions.filter(({ status, submittedAt }) => status === 'processing' && submittedAt !== null),
  )
  const doubtful = sum(predictions.filter(({ status }) => status === 'failed'))
  return [
    `Cost ${formatCents(spent)}`,
    listed > 0 && (listed === spent ? ' by price list' : ` (${formatCents(listed)} of it by price list)`),
    sent > 0 && `, ${formatCents(sent)} at work`,
    doubtful > 0 && `, up to ${formatCents(doubtful)} may be billed for what failed or was canceled`,
    predictions.some(({ attempt }) => attempt > 0) && ', earlier tries not counted',
  ]
    .filter(Boolean)
    .join('')
}

function sum(predictions: readonly PredictionView[]): number {
  return predictions.reduce((total, { costCents }) => total + (costCents ?? 0), 0)
}
