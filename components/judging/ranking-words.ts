import { chancesOf, type RankingBasis, type RankingRow, type Tally } from '@/lib/judging/ranking'

export const basisTexts: Record<RankingBasis, string> = {
  both: 'Both questions',
  instruction: 'Followed the instruction',
  preservation: 'Kept the rest',
}

/** What the votes say of who is best, in one sentence. @param rows one group, strongest first */
export function verdictOf(rows: readonly RankingRow[], nameOf: (modelId: string) => string): string {
  const names = (some: readonly RankingRow[]) => listed(some.map(({ modelId }) => nameOf(modelId)))
  const leaders = rows.filter(({ rank }) => rank.best === 1)
  if (leaders.some(({ rank }) => rank.worst === 1))
    return `${names(leaders)} is ahead of ${rows.length > 2 ? 'the others' : names(rows.slice(1))}.`
  if (leaders.length === rows.length) return `Can’t tell yet: the votes don’t tell ${names(rows)} apart.`
  const open =
    leaders.length > 1
      ? `: ${listed(
          leaders.map(({ modelId }) => nameOf(modelId)),
          'or',
        )}`
      : ''
  return `Can’t tell yet which is best${open}.`
}

/** "1", or the places that are still open. */
export function rankText({ rank: { best, worst } }: Pick<RankingRow, 'rank'>): string {
  return best === worst ? String(best) : `${best} to ${worst}`
}

/** "62 % (41 to 80 %)". */
export function chanceText(row: Pick<RankingRow, 'logit' | 'low' | 'high'>): string {
  const { chance, least, most } = chancesOf(row)
  return `${percent(chance)} % (${percent(least)} to ${percent(most)} %)`
}

/** "log-odds +0.49 (−0.36 to +1.34)". */
export function logitText({ logit, low, high }: Pick<RankingRow, 'logit' | 'low' | 'high'>): string {
  return `log-odds ${signed(logit)} (${signed(low)} to ${signed(high)})`
}

/** "12 won, 3 tied, 5 lost". */
export function scoreText({ votes, wins, ties }: Pick<Tally, 'votes' | 'wins' | 'ties'>): string {
  const parts = [`${wins} won`, ties > 0 && `${ties} tied`, `${votes - wins - ties} lost`]
  return parts.filter(Boolean).join(', ')
}

/** Wins for a dollar: "140", "8.3"; a dash where nothing was paid. */
export function winsPerDollarText({ winsPerDollar }: Pick<Tally, 'winsPerDollar'>): string {
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

function listed(names: readonly string[], before = 'and'): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} ${before} ${names.at(-1)}` : (names[0] ?? '')
}
