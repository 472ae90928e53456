import { describe, expect, it } from 'vitest'
import { aVote } from './a-vote-for-tests'
import { chancesOf, rankModels, type JudgedPrediction, type RankingTable } from './ranking'
import type { Vote } from './vote'

/** Predictions are named "model number", such as "a 1". */
function side(predictionId: string): Vote['first'] {
  return { predictionId, modelId: predictionId.split(' ')[0]! }
}

function vote(first: string, second: string, facts: Partial<Vote> = {}): Vote {
  return aVote({ first: side(first), second: side(second), ...facts })
}

function times(count: number, make: (index: number) => Vote): Vote[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function rank(votes: Vote[], facts: Partial<JudgedPrediction> = {}) {
  const ids = votes.flatMap(({ first, second }) => [first.predictionId, second.predictionId])
  return rankModels(votes, new Map(ids.map((id) => [id, { costCents: 2, sandbox: false, ...facts }])))
}

const rowsOf = ({ groups }: RankingTable) =>
  groups.flat().map(({ modelId, rank: place }) => [modelId, place && [place.best, place.worst]])

describe('ranks', () => {
  it('says nothing below ten votes, however clear they are', () => {
    const { live } = rank(times(9, (index) => vote(`a ${index}`, `b ${index}`)))
    expect(rowsOf(live.tables.instruction)).toEqual([
      ['a', null],
      ['b', null],
    ])
  })

  it('puts one before the other where ten votes agree, and leaves both open where they do not', () => {
    expect(rowsOf(rank(times(10, () => vote('a 1', 'b 1'))).live.tables.instruction)).toEqual([
      ['a', [1, 1]],
      ['b', [2, 2]],
    ])
    const mixed = [...times(7, () => vote('a 1', 'b 1')), ...times(5, () => vote('b 1', 'a 1'))]
    expect(rowsOf(rank(mixed).live.tables.instruction)).toEqual([
      ['a', [1, 2]],
      ['b', [1, 2]],
    ])
  })

  it('leaves two open between themselves that are both told from a third', () => {
    const votes = [
      ...times(40, (index) => vote('a 1', 'b 1', { outcome: index % 2 ? 'first' : 'second' })),
      ...times(40, () => vote('c 1', 'a 1', { outcome: 'second' })),
      ...times(40, () => vote('b 1', 'c 1')),
    ]
    expect(rowsOf(rank(votes).live.tables.instruction)).toEqual([
      ['a', [1, 2]],
      ['b', [1, 2]],
      ['c', [3, 3]],
    ])
  })

  it('tells no model from one that has too few votes', () => {
    const votes = [...times(40, () => vote('a 1', 'b 1')), ...times(2, () => vote('b 1', 'c 1'))]
    const rows = Object.fromEntries(rowsOf(rank(votes).live.tables.instruction))
    expect(rows.c).toBeNull()
    expect(rows.b).toEqual([2, 3])
  })
})

describe('intervals', () => {
  it('are finite for a model that has won everything, and narrower with more votes', () => {
    const width = (count: number) => {
      const row = rank(times(count, () => vote('a 1', 'b 1'))).live.tables.instruction.groups[0]![0]!
      expect(Number.isFinite(row.logit)).toBe(true)
      const { chance, least, most } = chancesOf(row)
      expect(least).toBeLessThan(chance)
      expect(most).toBeGreaterThan(chance)
      expect(most).toBeLessThan(1)
      return most - least
    }
    expect(width(40)).toBeLessThan(width(10))
  })

  it('have the text-book reach: 1.96 errors of log-odds, one tied vote added', () => {
    const votes = [...times(8, () => vote('a 1', 'b 1')), ...times(4, () => vote('b 1', 'a 1'))]
    const row = rank(votes).live.tables.instruction.groups[0]![0]!
    expect(row.logit).toBeCloseTo(Math.log(8.5 / 4.5) / 2, 9)
    expect(row.high - row.logit).toBeCloseTo((1.96 * Math.sqrt(1 / 8.5 + 1 / 4.5)) / 2, 9)
  })
})

describe('the questions', () => {
  const votes = [
    ...times(12, () => vote('a 1', 'b 1')),
    ...times(12, () => vote('a 1', 'b 1', { question: 'preservation', outcome: 'second' })),
  ]
  const { tables } = rank(votes).live

  it('are ranked each for itself', () => {
    expect(rowsOf(tables.instruction)[0]).toEqual(['a', [1, 1]])
    expect(rowsOf(tables.preservation)[0]).toEqual(['b', [1, 1]])
  })

  it('together count half each, so that two answers to one pair are not two pairs', () => {
    expect(tables.both.votes).toBe(24)
    const row = tables.both.groups[0]![0]!
    expect(row.logit).toBeCloseTo(0, 9)
    // 24 halves are 12 comparisons and a tie, all even.
    expect(row.high).toBeCloseTo((1.96 * Math.sqrt(2 / 6.5)) / 2, 9)
  })
})

it('never mixes live results with those of the sandbox', () => {
  const votes = [
    vote('a live', 'b live'),
    vote('a sandbox', 'b sandbox', { outcome: 'second' }),
    vote('a live', 'b sandbox'),
  ]
  const judged = new Map(
    ['a live', 'b live', 'a sandbox', 'b sandbox'].map((id) => {
      const sandbox = id.endsWith('sandbox')
      return [id, { costCents: sandbox ? 0 : 3, sandbox }]
    }),
  )
  const { live, sandbox } = rankModels(votes, judged)
  expect(live.tables.both.votes).toBe(1)
  expect(live.tables.both.groups[0]?.[0]).toMatchObject({ modelId: 'a', wins: 1 })
  expect(sandbox.tables.both.votes).toBe(1)
  expect(sandbox.tables.both.groups[0]?.[0]).toMatchObject({ modelId: 'b', winsPerDollar: null })
})

it('counts wins, ties and each judged prediction’s cost once', () => {
  const votes = [
    vote('a 1', 'b 1'),
    vote('b 2', 'a 1', { outcome: 'second' }),
    vote('a 2', 'b 1', { outcome: 'tie' }),
    vote('b 1', 'a 2'),
  ]
  const [a, b] = rank(votes, { costCents: 5 }).live.tables.instruction.groups[0]!
  expect(a).toMatchObject({ modelId: 'a', votes: 4, wins: 2, ties: 1, dollars: 0.1, winsPerDollar: 20 })
  expect(b).toMatchObject({ modelId: 'b', votes: 4, wins: 1, ties: 1, dollars: 0.1, winsPerDollar: 10 })
})

it('keeps out votes between settings of one model, and of predictions that are gone', () => {
  const { live } = rank([vote('a 1', 'a 2'), vote('a 1', 'b 1', { runId: 'run 2' })])
  expect(live).toMatchObject({ ofOneModel: 1, runs: 1, rounds: 1 })
  expect(live.tables.both.votes).toBe(1)
  const gone = rankModels([vote('a 1', 'b 1')], new Map([['a 1', { costCents: 1, sandbox: false }]]))
  expect(gone.live.tables.both.groups).toEqual([])
})

it('has groups of their own for models that never met', () => {
  const { groups } = rank([vote('a 1', 'b 1'), vote('c 1', 'd 1')]).live.tables.both
  expect(groups.map((rows) => rows.map(({ modelId }) => modelId))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})
