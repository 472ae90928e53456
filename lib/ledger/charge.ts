import type { PredictionState } from '@/lib/predictions/prediction'

/**
 * How surely something was spent: `reserved` for work on its way, `reported` by the provider, `listed` by the price list
 * where the provider reports nothing, `maybe` where nobody knows whether it was billed.
 */
export const certainties = ['reserved', 'reported', 'listed', 'maybe'] as const
export type Certainty = (typeof certainties)[number]

/** What one prediction has cost, or may cost. */
export interface Charge {
  /** US cents. */
  cents: number
  certainty: Certainty
}

/** What a live prediction in this state has spent; undefined where that is certainly nothing. */
export function chargeOf(status: PredictionState, priceCents: number): Charge | undefined {
  switch (status.state) {
    case 'queued':
      return undefined
    case 'submitting':
      return { cents: priceCents, certainty: 'reserved' }
    case 'running':
      return { cents: status.job.costCents ?? priceCents, certainty: 'reserved' }
    case 'storing':
      return { cents: status.costCents ?? priceCents, certainty: 'reserved' }
    case 'succeeded':
      return status.costCents === undefined
        ? { cents: priceCents, certainty: 'listed' }
        : { cents: status.costCents, certainty: 'reported' }
    case 'failed':
      return status.failure.billed === 'no' ? undefined : { cents: priceCents, certainty: 'maybe' }
    case 'canceled':
      return status.outcome === 'not-sent' ? undefined : { cents: priceCents, certainty: 'maybe' }
    case 'unconfirmed':
      return { cents: priceCents, certainty: 'maybe' }
  }
}
