import { chancesOf, fewestVotes, type RankingBasis, type RankingRow } from '@/lib/judging/ranking'

export const basisTexts: Record<RankingBasis, string> = {
  both: 'Both questions',
  instruction: 'Followed the instruction',
  preservation: 'Kept the rest',
}

/** What the votes say of who is best, in one sentence. @param rows one group, strongest first */
export function verdictOf(rows: readonly RankingRow[], nameOf: (modelId: string) => string): string {
  const told = rows.filter(({ rank }) => rank !== null)
  const names = (some: readonly RankingRow[]) => listed(some.map(({ modelId }) => nameOf(modelId)))
  if (told.length === 0)
    return `Can’t tell yet: no model has ${fewestVotes} votes, and below that nothing is said.`
  const [first] = told
  const few = rows.filter(({ rank }) => rank === null)
  const aside = few.length > 0 ? ` ${names(few)} ${few.length > 1 ? 'have' : 'has'} too few votes.` : ''
  if (first && told.length > 1 && told.every((row) => row === first || isAbove(first, row)))
    return `${names([first])} is ahead of ${told.length > 2 ? 'the others' : names(told.slice(1))}.${aside}`
  const best = told.filter((row) => !told.some((other) => isAbove(other, row)))
  if (best.length > 1) return `Can’t tell yet which is best: the intervals of ${names(best)} overlap.${aside}`
  return `Can’t tell yet.${aside}`
}

function isAbove(one: RankingRow, other: RankingRow): boolean {
  return one.low > other.high
}

/** "1", or the ranks that are still open. */
export function rankText({ rank }: RankingRow): string {
  if (!rank) return '—'
  return rank.best === rank.worst ? String(rank.best) : `${rank.best} to ${rank.worst}`
}

/** "62 % (41 to 80 %)". */
export function chanceText(row: RankingRow): string {
  const { chance, least, most } = chancesOf(row)
  return `${percent(chance)} % (${percent(least)} to ${percent(most)} %)`
}

/** "log-odds +0.49 (−0.36 to +1.34)". */
export function logitText({ logit, low, high }: RankingRow): string {
  return `log-odds ${signed(logit)} (${signed(low)} to ${signed(high)})`
}

/** "12 won, 3 tied, 5 lost". */
export function scoreText({ votes, wins, ties }: Pick<RankingRow, 'votes' | 'wins' | 'ties'>): string {
  const parts = [`${wins} won`, ties > 0 && `${ties} tied`, `${votes - wins - ties} lost`]
  return parts.filter(Boolean).join(', ')
}

/** Wins for a dollar: "140", "8.3"; a dash where nothing was paid. */
export function winsPerDollarText({ winsPerDollar }: Pick<RankingRow, 'winsPerDollar'>): string {
  if (winsPerDollar === null) return '—'
  return winsPerDollar >= 10 ? String(Math.round(winsPerDollar)) : winsPerDollar.toFixed(1)
}

function percent(share: number): string {
  return String(Math.round(share * 100))
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2)
  return Number(text) === 0 ? '0.00' : `${value < 0 ? '−' : '+'}${text}`
}

function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')
}
