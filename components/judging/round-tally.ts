import type { RoundPair } from '@/lib/judging/pairs'
import type { Question } from '@/lib/judging/vote'
import { questions } from '@/lib/judging/vote'
import type { PredictionView } from '@/lib/predictions/view'
import type { Answers } from './round-state'

export interface Score {
  wins: number
  ties: number
  losses: number
}

/** How one model, or one setting of the only model, came out of a round. */
export interface TallyRow {
  name: string
  scores: Record<Question, Score>
  /** Mean milliseconds from request to picture over the predictions that were judged. */
  meanMs: number | null
  /** US cents of the predictions that were judged, each counted once. */
  cents: number
}

/** @param nameOf what is compared: models, or settings where there is one model */
export function tallyRound(
  pairs: readonly RoundPair<PredictionView>[],
  answers: readonly Answers[],
  nameOf: (prediction: PredictionView) => string,
): TallyRow[] {
  const judged = pairs.flatMap((pair, index) => {
    const own = answers[index] ?? {}
    return questions.some((question) => own[question]) ? [{ pair, own }] : []
  })
  const predictions = new Map(
    judged.flatMap(({ pair }) => [pair.first, pair.second]).map((prediction) => [prediction.id, prediction]),
  )
  const names = [...new Set([...predictions.values()].map(nameOf))]
  return names
    .map((name): TallyRow => {
      const own = [...predictions.values()].filter((prediction) => nameOf(prediction) === name)
      const scoreFor = (question: Question): Score => {
        const score = { wins: 0, ties: 0, losses: 0 }
        for (const { pair, own: given } of judged) {
          const side =
            nameOf(pair.first) === name ? 'first' : nameOf(pair.second) === name ? 'second' : undefined
          const outcome = given[question]
          if (!side || !outcome) continue
          if (outcome === 'tie') score.ties++
          else if (outcome === side) score.wins++
          else score.losses++
        }
        return score
      }
      const durations = own.flatMap(({ submittedAt, finishedAt }) =>
        submittedAt !== null && finishedAt !== null ? [finishedAt - submittedAt] : [],
      )
      return {
        name,
        scores: { instruction: scoreFor('instruction'), preservation: scoreFor('preservation') },
        meanMs: durations.length > 0 ? durations.reduce((sum, ms) => sum + ms, 0) / durations.length : null,
        cents: own.reduce((sum, { costCents }) => sum + (costCents ?? 0), 0),
      }
    })
    .sort((one, other) => points(other) - points(one))
}

function points({ scores }: TallyRow): number {
  return questions.reduce((sum, question) => sum + scores[question].wins - scores[question].losses, 0)
}
