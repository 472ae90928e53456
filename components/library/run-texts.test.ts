import { expect, it } from 'vitest'
import { daysLeft, runsText, stateText, timeText } from './run-texts'

it.each([
  [{ total: 1, active: 1, succeeded: 0, failed: 0 }, 'Working'],
  [{ total: 4, active: 1, succeeded: 2, failed: 1 }, '2 of 4 done'],
  [{ total: 4, active: 0, succeeded: 1, failed: 3 }, '1 result'],
  [{ total: 2, active: 0, succeeded: 0, failed: 2 }, 'No result'],
  [{ total: 1, active: 0, succeeded: 1, failed: 0 }, undefined],
])('%o is "%s"', (counts, text) => expect(stateText(counts)).toBe(text))

it('writes numbers and times alike everywhere', () => {
  expect([0, 1, 10_000].map(runsText)).toEqual(['0 runs', '1 run', '10,000 runs'])
  expect(timeText(Date.UTC(2026, 10, 21, 7, 5))).toBe('2026-11-21 07:05 UTC')
})

it('counts days begun', () => {
  const day = 86_400_000
  expect([0, day - 1, 29.5 * day, 40 * day].map((now) => daysLeft(0, now, 30))).toEqual([30, 30, 1, 0])
})
