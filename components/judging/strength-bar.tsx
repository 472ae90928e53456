import { chancesOf, type RankingRow } from '@/lib/judging/ranking'

/** The chance against an average model as a point on a line from 0 to 100 %, its interval as a bar; told beside it in words. */
export function StrengthBar({ row }: { row: RankingRow }) {
  const { chance, least, most } = chancesOf(row)
  const at = (share: number) => `${share * 100}%`
  return (
    <div aria-hidden className="relative h-4 min-w-32">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
      <span
        className="absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full bg-accent opacity-50"
        style={{ left: at(least), width: at(most - least) }}
      />
      <span
        className="absolute top-1/2 size-2.5 -translate-1/2 rounded-full bg-accent"
        style={{ left: at(chance) }}
      />
    </div>
  )
}
