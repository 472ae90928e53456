import type { LedgerRow } from './ledger-store'

/** What rows of the ledger come to. US cents. */
export interface LedgerSum {
  /** Told by the provider or, where it tells nothing, by the price list. */
  spent: number
  /** How much of `spent` is by the price list. */
  listed: number
  /** For work on its way. */
  reserved: number
  /** Failed, canceled or lost on the way back: nobody knows whether it was billed. */
  maybe: number
  predictions: number
}

export function sumOf(rows: readonly LedgerRow[]): LedgerSum {
  const sum: LedgerSum = { spent: 0, listed: 0, reserved: 0, maybe: 0, predictions: 0 }
  for (const { certainty, cents, predictions } of rows) {
    sum.predictions += predictions
    if (certainty === 'reserved') sum.reserved += cents
    else if (certainty === 'maybe') sum.maybe += cents
    else sum.spent += cents
    if (certainty === 'listed') sum.listed += cents
  }
  return sum
}

/** Sums by a key, in the order in which the keys first come. */
export function sumsBy<K extends string>(
  rows: readonly LedgerRow[],
  keyOf: (row: LedgerRow) => K,
): [K, LedgerSum][] {
  const groups = new Map<K, LedgerRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups].map(([key, group]) => [key, sumOf(group)])
}
