import 'server-only'
import type { Kysely, Selectable } from 'kysely'
import { pairKey, voteSchema, type Vote } from '@/lib/judging/vote'
import type { VoteStore } from '@/lib/judging/vote-store'
import type { Database } from './schema'

/** The vote store on either engine. */
export function createVoteStore(db: Kysely<Database>): VoteStore {
  return {
    async cast(vote) {
      await db
        .insertInto('votes')
        .values(voteRow(vote))
        .onConflict((conflict) =>
          conflict.columns(['voter', 'question', 'pair']).doUpdateSet(({ ref }) => ({
            id: ref('excluded.id'),
            run_id: ref('excluded.run_id'),
            round_id: ref('excluded.round_id'),
            first_prediction_id: ref('excluded.first_prediction_id'),
            first_model_id: ref('excluded.first_model_id'),
            second_prediction_id: ref('excluded.second_prediction_id'),
            second_model_id: ref('excluded.second_model_id'),
            outcome: ref('excluded.outcome'),
            created_at: ref('excluded.created_at'),
          })),
        )
        .execute()
    },

    async retract(voter, question, [one, other]) {
      await db
        .deleteFrom('votes')
        .where('voter', '=', voter)
        .where('question', '=', question)
        .where('pair', '=', pairKey(one, other))
        .execute()
    },

    async votesOf(voter) {
      const rows = await db
        .selectFrom('votes')
        .selectAll()
        .where('voter', '=', voter)
        // What is in the trash is not judged by; restored, it is again.
        .where('run_id', 'not in', (trashed) =>
          trashed.selectFrom('library_runs').select('library_runs.run_id').where('deleted_at', '>', 0),
        )
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(readVote)
    },
  }
}

function voteRow({ first, second, ...vote }: Vote): Database['votes'] {
  return {
    id: vote.id,
    run_id: vote.runId,
    round_id: vote.roundId,
    voter: vote.voter,
    question: vote.question,
    pair: pairKey(first.predictionId, second.predictionId),
    first_prediction_id: first.predictionId,
    first_model_id: first.modelId,
    second_prediction_id: second.predictionId,
    second_model_id: second.modelId,
    outcome: vote.outcome,
    created_at: vote.createdAt,
  }
}

function readVote(row: Selectable<Database['votes']>): Vote {
  return voteSchema.parse({
    id: row.id,
    roundId: row.round_id,
    runId: row.run_id,
    question: row.question,
    first: { predictionId: row.first_prediction_id, modelId: row.first_model_id },
    second: { predictionId: row.second_prediction_id, modelId: row.second_model_id },
    outcome: row.outcome,
    voter: row.voter,
    createdAt: row.created_at,
  })
}
