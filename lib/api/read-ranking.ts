import 'server-only'
import type { Diptych } from '@/lib/compose'
import { rankModels, type JudgedPrediction, type Ranking } from '@/lib/judging/ranking'
import { viewPrediction } from '@/lib/predictions/view'

/** So many ids fit any engine's statement. */
const idsAtOnce = 1000

/** The ranking of models over all rounds of one voter. */
export async function readRanking(
  { store, votes }: Pick<Diptych, 'store' | 'votes'>,
  voter: string,
): Promise<Ranking> {
  const all = await votes.votesOf(voter)
  const ids = [...new Set(all.flatMap(({ first, second }) => [first.predictionId, second.predictionId]))]
  const judged = new Map<string, JudgedPrediction>()
  for (let at = 0; at < ids.length; at += idsAtOnce)
    for (const prediction of await store.getPredictions(ids.slice(at, at + idsAtOnce))) {
      const { costCents, sandbox } = viewPrediction(prediction, '')
      judged.set(prediction.id, { costCents, sandbox })
    }
  return rankModels(all, judged)
}
