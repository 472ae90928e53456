import { describe, expect, it } from 'vitest'
import { bradleyTerry, chanceOf, standardError, type Comparison, type StrengthGroup } from './bradley-terry'

function won(first: string, second: string, times: number, outcome: Comparison['outcome'] = 'first') {
  return Array.from({ length: times }, (): Comparison => ({ first, second, outcome }))
}

function only({ groups, unbounded }: ReturnType<typeof bradleyTerry>): StrengthGroup {
  expect(unbounded).toEqual([])
  expect(groups).toHaveLength(1)
  return groups[0]!
}

/**
 * 1987, eastern division of the American League: 13 games for each two teams. Agresti, Categorical Data Analysis,
 * 2nd edition, tables 10.10 and 10.11; also the data `baseball` of R’s BradleyTerry2 and its test of them.
 */
const teams = ['Milwaukee', 'Detroit', 'Toronto', 'New York', 'Boston', 'Cleveland', 'Baltimore']
const games = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
]

describe('the published example', () => {
  const group = only(
    bradleyTerry(games.flatMap((row, i) => row.flatMap((times, j) => won(teams[i]!, teams[j]!, times)))),
  )
  const at = (team: string) => group.ids.indexOf(team)
  const last = at('Baltimore')

  it.each([
    ['Milwaukee', 1.58],
    ['Detroit', 1.44],
    ['Toronto', 1.29],
    ['New York', 1.25],
    ['Boston', 1.11],
    ['Cleveland', 0.68],
  ])('%s: %f above Baltimore, give or take about 0.3', (team, published) => {
    const index = at(team)
    expect((group.logits[index]! - group.logits[last]!).toFixed(2)).toBe(published.toFixed(2))
    const { covariance } = group
    const variance = covariance[index]![index]! + covariance[last]![last]! - covariance[index]![last]! * 2
    expect(Math.sqrt(variance).toFixed(1)).toBe('0.3')
  })

  it('sums to 0, with the uncertainty that belongs to that', () => {
    expect(group.logits.reduce((sum, logit) => sum + logit)).toBeCloseTo(0, 9)
    for (const row of group.covariance) expect(row.reduce((sum, value) => sum + value)).toBeCloseTo(0, 9)
  })
})

describe('two models, where the answer can be had by hand', () => {
  const group = only(bradleyTerry([...won('a', 'b', 6), ...won('b', 'a', 2)]))

  it('has the odds of the wins', () => {
    expect(chanceOf(group.logits[0]! - group.logits[1]!)).toBeCloseTo(6 / 8, 9)
  })

  it('has the textbook error of log-odds, √(1/6 + 1/2), half of it for each', () => {
    expect(standardError(group, 0)).toBeCloseTo(Math.sqrt(1 / 6 + 1 / 2) / 2, 9)
  })

  it('takes a tie as half a win to each, and a weight as so much of a vote', () => {
    const ties = [...won('a', 'b', 5), ...won('b', 'a', 1), ...won('a', 'b', 2, 'tie')]
    expect(only(bradleyTerry(ties)).logits[0]).toBeCloseTo(group.logits[0]!, 9)
    const half = [...won('a', 'b', 12), ...won('b', 'a', 4)].map((one) => ({ ...one, weight: 0.5 }))
    expect(only(bradleyTerry(half)).covariance[0]![0]).toBeCloseTo(group.covariance[0]![0]!, 9)
  })
})

describe('where votes can’t tell', () => {
  it('has no finite strengths for one that won everything, nor for two halves of which one always won', () => {
    expect(bradleyTerry(won('a', 'b', 3))).toEqual({ groups: [], unbounded: [['a', 'b']] })
    const halves = [
      ...won('a', 'b', 2),
      ...won('b', 'a', 2),
      ...won('c', 'd', 2),
      ...won('d', 'c', 2),
      ...won('a', 'c', 1),
    ]
    expect(bradleyTerry(halves).unbounded).toEqual([['a', 'b', 'c', 'd']])
  })

  it('has them with an extra tie: 3 of 3 is then 3½ of 4', () => {
    const group = only(bradleyTerry(won('a', 'b', 3), { extraTies: 1 }))
    expect(chanceOf(group.logits[0]! - group.logits[1]!)).toBeCloseTo(3.5 / 4, 9)
  })

  it('spreads an extra tie over the others of the group, so that it does not grow with their number', () => {
    const ring = [...won('a', 'b', 10), ...won('b', 'c', 10), ...won('c', 'a', 10)]
    const group = only(bradleyTerry(ring, { extraTies: 1 }))
    // Each pair: 10 votes and half of a tie, all even.
    expect(group.covariance[0]![0]).toBeCloseTo(2 / 9 / (10.5 / 4), 9)
  })

  it('keeps apart what never met', () => {
    const apart = [...won('a', 'b', 2), ...won('b', 'a', 1), ...won('c', 'd', 1), ...won('d', 'c', 1)]
    const { groups, unbounded } = bradleyTerry(apart, { extraTies: 1 })
    expect(groups.map(({ ids }) => ids)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(unbounded).toEqual([])
    expect(groups[1]?.logits).toEqual([0, 0])
  })

  it('says nothing of no votes, and nothing of one compared with itself', () => {
    expect(bradleyTerry([])).toEqual({ groups: [], unbounded: [] })
    expect(bradleyTerry(won('a', 'a', 5)).groups).toEqual([])
  })

  it('gets there from far off: 10,000 votes and one against', () => {
    const group = only(
      bradleyTerry([{ first: 'a', second: 'b', outcome: 'first', weight: 10_000 }, ...won('b', 'a', 1)]),
    )
    expect(group.logits[0]! - group.logits[1]!).toBeCloseTo(Math.log(10_000), 6)
  })
})
