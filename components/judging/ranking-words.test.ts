import { expect, it } from 'vitest'
import type { RankingRow } from '@/lib/judging/ranking'
import { chanceText, logitText, rankText, scoreText, verdictOf, winsPerDollarText } from './ranking-words'

function row(modelId: string, best: number, worst: number): RankingRow {
  return {
    modelId,
    logit: 0.4,
    low: 0,
    high: 0.8,
    votes: 20,
    wins: 12,
    ties: 3,
    cents: 100,
    winsPerDollar: 12,
    rank: { best, worst },
  }
}

it.each<[string, RankingRow[]]>([
  ['A is ahead of B.', [row('A', 1, 1), row('B', 2, 2)]],
  ['A is ahead of the others.', [row('A', 1, 1), row('B', 2, 3), row('C', 2, 3)]],
  ['Can’t tell yet: the votes don’t tell A and B apart.', [row('A', 1, 2), row('B', 1, 2)]],
  ['Can’t tell yet which is best: A or B.', [row('A', 1, 2), row('B', 1, 2), row('C', 3, 3)]],
  [
    'Can’t tell yet which is best: A, B or C.',
    [row('A', 1, 3), row('B', 1, 3), row('C', 1, 4), row('D', 3, 4)],
  ],
])('%s', (sentence, rows) => expect(verdictOf(rows, (modelId) => modelId)).toBe(sentence))

it('writes figures as people read them', () => {
  expect(chanceText(row('A', 1, 1))).toBe('60 % (50 to 69 %)')
  expect(logitText({ logit: -0.001, low: -0.501, high: 0.5 })).toBe('log-odds 0.00 (−0.50 to +0.50)')
  expect(rankText(row('A', 1, 2))).toBe('1 to 2')
  expect(rankText(row('A', 3, 3))).toBe('3')
  expect(scoreText(row('A', 1, 1))).toBe('12 won, 3 tied, 5 lost')
  expect(winsPerDollarText({ winsPerDollar: 141.6 })).toBe('142')
  expect(winsPerDollarText({ winsPerDollar: null })).toBe('—')
})
