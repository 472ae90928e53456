import { expect, it } from 'vitest'
import type { LedgerRow } from './ledger-store'
import { sumOf, sumsBy } from './summarise-ledger'

const row = (facts: Partial<LedgerRow>): LedgerRow => ({
  day: '2026-11-21',
  provider: 'wavespeed',
  modelId: 'flux-dev',
  certainty: 'reported',
  predictions: 1,
  cents: 2,
  ...facts,
})

it('tells what is spent, by the price list, on its way and uncertain apart', () => {
  const rows = [
    row({}),
    row({ certainty: 'listed', cents: 3, predictions: 2 }),
    row({ certainty: 'reserved', cents: 5 }),
    row({ certainty: 'maybe', cents: 7 }),
  ]
  expect(sumOf(rows)).toEqual({ spent: 5, listed: 3, reserved: 5, maybe: 7, predictions: 5 })
})

it('keeps the order of days', () => {
  const rows = [
    row({ day: '2026-11-21' }),
    row({ day: '2026-11-20' }),
    row({ day: '2026-11-21', modelId: 'other' }),
  ]
  expect(sumsBy(rows, ({ day }) => day).map(([day, { predictions }]) => [day, predictions])).toEqual([
    ['2026-11-21', 2],
    ['2026-11-20', 1],
  ])
})
