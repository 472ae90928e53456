import { describe, expect, it } from 'vitest'
import { aVote } from './a-vote-for-tests'
import { chancesOf, rankModels, type JudgedPrediction, type RankingTable } from './ranking'
import { upperQuantile } from './ranks'
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

const ranksIn = ({ groups }: RankingTable) =>
  groups.map((rows) =>
    Object.fromEntries(rows.map(({ modelId, rank: { best, worst } }) => [modelId, [best, worst]])),
  )

describe('ranks', () => {
  it('says nothing below ten votes, however clear they are', () => {
    const { instruction } = rank(times(9, (index) => vote(`a ${index}`, `b ${index}`))).live.tables
    expect(instruction.groups).toEqual([])
    expect(instruction.few).toMatchObject([
      { modelId: 'a', votes: 9, wins: 9 },
      { modelId: 'b', votes: 9, wins: 0 },
    ])
  })

  it('puts one before the other where ten votes agree, and leaves both open where they do not', () => {
    const clear = rank(times(10, () => vote('a 1', 'b 1')))
    expect(ranksIn(clear.live.tables.instruction)).toEqual([{ a: [1, 1], b: [2, 2] }])
    const mixed = rank([...times(7, () => vote('a 1', 'b 1')), ...times(5, () => vote('b 1', 'a 1'))])
    expect(ranksIn(mixed.live.tables.instruction)).toEqual([{ a: [1, 2], b: [1, 2] }])
  })

  it('leaves two open between themselves that are both told from a third', () => {
    const votes = [
      ...times(40, (index) => vote('a 1', 'b 1', { outcome: index % 2 ? 'first' : 'second' })),
      ...times(40, () => vote('c 1', 'a 1', { outcome: 'second' })),
      ...times(40, () => vote('b 1', 'c 1')),
    ]
    expect(ranksIn(rank(votes).live.tables.instruction)).toEqual([{ a: [1, 2], b: [1, 2], c: [3, 3] }])
  })

  it('does not let a model with few votes, or with ten, blur what is known of the others', () => {
    const known = [...times(150, () => vote('a 1', 'b 1')), ...times(90, () => vote('b 1', 'a 1'))]
    const without = rank(known).live.tables.instruction
    const few = rank([...known, ...times(2, () => vote('b 1', 'c 1'))]).live.tables.instruction
    expect(few.groups.map(([first]) => [first?.logit, first?.low])).toEqual(
      without.groups.map(([first]) => [first?.logit, first?.low]),
    )
    expect(few.few).toMatchObject([{ modelId: 'c', votes: 2 }])
    const ten = [
      ...known,
      ...times(10, (index) => vote('b 1', 'c 1', index % 2 ? {} : { outcome: 'second' })),
    ]
    const [ranks] = ranksIn(rank(ten).live.tables.instruction)
    expect(ranks).toEqual({ a: [1, 2], b: [2, 3], c: [1, 3] })
  })

  it('asks for more where more pairs are looked at', () => {
    expect(upperQuantile(0.025)).toBeCloseTo(1.96, 3)
    // Ten pairs of five models.
    expect(upperQuantile(0.0025)).toBeCloseTo(2.807, 3)
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
    expect(ranksIn(tables.instruction)).toEqual([{ a: [1, 1], b: [2, 2] }])
    expect(ranksIn(tables.preservation)).toEqual([{ a: [2, 2], b: [1, 1] }])
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
  expect(live.tables.both).toMatchObject({ votes: 1, few: [{ modelId: 'a', wins: 1 }, { wins: 0 }] })
  expect(sandbox.tables.both).toMatchObject({
    votes: 1,
    few: [
      { modelId: 'a', wins: 0, winsPerDollar: null },
      { modelId: 'b', wins: 1 },
    ],
  })
})

it('counts wins, ties and each judged prediction’s cost once', () => {
  const votes = [
    vote('a 1', 'b 1'),
    vote('b 2', 'a 1', { outcome: 'second' }),
    vote('a 2', 'b 1', { outcome: 'tie' }),
    vote('b 1', 'a 2'),
  ]
  const [a, b] = rank(votes, { costCents: 5 }).live.tables.instruction.few
  expect(a).toEqual({ modelId: 'a', votes: 4, wins: 2, ties: 1, cents: 10, winsPerDollar: 20 })
  expect(b).toEqual({ modelId: 'b', votes: 4, wins: 1, ties: 1, cents: 10, winsPerDollar: 10 })
})

it('keeps out votes between settings of one model, and of predictions that are gone', () => {
  const { live } = rank([vote('a 1', 'a 2'), vote('a 1', 'b 1', { runId: 'run 2' })])
  expect(live).toMatchObject({ ofOneModel: 1, runs: 1, rounds: 1 })
  expect(live.tables.both.votes).toBe(1)
  const gone = rankModels([vote('a 1', 'b 1')], new Map([['a 1', { costCents: 1, sandbox: false }]]))
  expect(gone.live.tables.both).toEqual({ votes: 0, groups: [], few: [] })
})

it('has groups of their own for models that never met', () => {
  const votes = [...times(10, () => vote('a 1', 'b 1')), ...times(10, () => vote('c 1', 'd 1'))]
  expect(ranksIn(rank(votes).live.tables.both)).toMatchObject([{ a: [1, 2] }, { c: [1, 2] }])
})
