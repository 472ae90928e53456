import { describe, expect, it } from 'vitest'
import { overBudget, overBudgetBefore, roomsIn } from './budget-room'

const spent = { run: 0, day: 40, month: 90, token: 0 }

describe('what is left of the budgets', () => {
  it('is of those that are set only', () => {
    expect(roomsIn({}, spent, undefined)).toEqual([])
    expect(roomsIn({ perRun: 10, perMonth: 80 }, spent, 5)).toEqual([
      { of: 'run', limit: 10, left: 10 },
      { of: 'month', limit: 80, left: -10 },
      { of: 'token', limit: 5, left: 5 },
    ])
  })
})

describe('what is said before', () => {
  const before = (cents: number, count: number, ...given: Parameters<typeof roomsIn>) =>
    overBudgetBefore({ cents, count }, roomsIn(...given))

  it('is nothing where all fits, to the last cent, or where there is no budget', () => {
    expect(before(500, 9, {}, spent, undefined)).toBeUndefined()
    expect(before(10, 5, { perDay: 50 }, spent, undefined)).toBeUndefined()
    // 4.8 - 3.2 is a little less than 1.6.
    expect(before(1.6, 1, { perRun: 4.8 }, { ...spent, run: 3.2 }, undefined)).toBeUndefined()
    expect(before(1.601, 1, { perRun: 4.8 }, { ...spent, run: 3.2 }, undefined)).toBeDefined()
  })

  it('names the budget that has the least left', () => {
    const budgets = { perRun: 20, perDay: 50, perMonth: 120 }
    expect(before(24, 12, budgets, spent, undefined)).toBe(
      '24¢ would be spent; today’s budget has 10¢ left. What does not fit is not run.',
    )
    expect(before(24, 12, budgets, { ...spent, month: 115 }, undefined)).toBe(
      '24¢ would be spent; this month’s budget has 5¢ left. What does not fit is not run.',
    )
    expect(before(24, 12, { ...budgets, perDay: 5000 }, spent, undefined)).toBe(
      '24¢ would be spent; this run’s budget is 20¢. What does not fit is not run.',
    )
    expect(before(24, 12, budgets, { ...spent, token: 1 }, 3)).toContain('of its API token has 2¢ left')
  })

  it('says of a single prediction what becomes of it, and that nothing is left where less than nothing is', () => {
    expect(before(7, 1, { perDay: 40 }, spent, undefined)).toBe(
      '7¢ would be spent; today’s budget has nothing left. It would not be run.',
    )
    expect(before(7, 1, { perDay: 20 }, spent, undefined)).toContain('has nothing left')
    expect(before(150, 2, { perDay: 0 }, { ...spent, day: 0 }, undefined)).toBe(
      '$1.50 would be spent; today’s budget is 0¢. What does not fit is not run.',
    )
  })

  it('speaks of the same budget as what is said afterwards', () => {
    const rooms = roomsIn({ perRun: 20, perDay: 41 }, spent, undefined)
    expect(overBudgetBefore({ cents: 2, count: 1 }, rooms)).toContain('today’s budget has 1¢ left')
    expect(overBudget(2, rooms)).toBe(
      'It costs $0.02, and of the budget of the day, $0.41, there are $0.01 left.',
    )
    expect(overBudget(1, rooms)).toBeUndefined()
  })
})
