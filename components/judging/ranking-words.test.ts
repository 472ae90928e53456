import { expect, it } from 'vitest'
import type { RankingRow } from '@/lib/judging/ranking'
import { chanceText, logitText, rankText, scoreText, verdictOf, winsPerDollarText } from './ranking-words'

function row(modelId: string, logit: number, reach: number, facts: Partial<RankingRow> = {}): RankingRow {
  return {
    modelId,
    logit,
    low: logit - reach,
    high: logit + reach,
    votes: 20,
    wins: 12,
    ties: 3,
    dollars: 1,
    winsPerDollar: 12,
    rank: { best: 1, worst: 2 },
    ...facts,
  }
}

it.each<[string, RankingRow[]]>([
  ['A is ahead of B.', [row('A', 1, 0.5), row('B', -1, 0.5)]],
  ['A is ahead of the others.', [row('A', 2, 0.5), row('B', -1, 0.5), row('C', -1, 0.5)]],
  ['Can’t tell yet which is best: the intervals of A and B overlap.', [row('A', 1, 2), row('B', -1, 2)]],
  [
    'Can’t tell yet which is best: the intervals of A and B overlap.',
    [row('A', 2, 1), row('B', 1, 1), row('C', -3, 1)],
  ],
  [
    'A is ahead of B. C has too few votes.',
    [row('A', 1, 0.5), row('C', 0, 5, { rank: null }), row('B', -1, 0.5)],
  ],
  [
    'Can’t tell yet: no model has 10 votes, and below that nothing is said.',
    [row('A', 3, 1, { rank: null }), row('B', -3, 1, { rank: null })],
  ],
  ['Can’t tell yet. B has too few votes.', [row('A', 3, 1), row('B', -3, 1, { rank: null })]],
])('%s', (sentence, rows) => expect(verdictOf(rows, (modelId) => modelId)).toBe(sentence))

it('writes figures as people read them', () => {
  expect(chanceText(row('A', 0.4, 0.4))).toBe('60 % (50 to 69 %)')
  expect(logitText(row('A', -0.001, 0.5))).toBe('log-odds 0.00 (−0.50 to +0.50)')
  expect(rankText(row('A', 0, 1))).toBe('1 to 2')
  expect(rankText(row('A', 0, 1, { rank: { best: 3, worst: 3 } }))).toBe('3')
  expect(rankText(row('A', 0, 1, { rank: null }))).toBe('—')
  expect(scoreText(row('A', 0, 1))).toBe('12 won, 3 tied, 5 lost')
  expect(winsPerDollarText({ winsPerDollar: 141.6 })).toBe('142')
  expect(winsPerDollarText({ winsPerDollar: null })).toBe('—')
})
