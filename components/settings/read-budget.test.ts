import { describe, expect, it } from 'vitest'
import { readBudget } from './read-budget'

describe('a budget', () => {
  it.each([
    ['2.50', 250],
    ['$ 10', 1000],
    ['0,05', 5],
    ['19.99', 1999],
    ['  ', undefined],
    ['0', null],
    ['-1', null],
    ['1.234', null],
    ['1,000.00', null],
    ['ten', null],
  ])('%j is %j cents', (text, cents) => {
    expect(readBudget(text)).toBe(cents)
  })
})
