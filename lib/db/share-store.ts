import 'server-only'
import type { Kysely, Selectable } from 'kysely'
import { pairKey } from '@/lib/judging/vote'
import { shareSchema, type Share } from '@/lib/sharing/share'
import type { ShareStore, ShareVote } from '@/lib/sharing/share-store'
import type { Database } from './schema'

/** The share store on either engine. */
export function createShareStore(db: Kysely<Database>): ShareStore {
  return {
    async insert(share) {
      await db.insertInto('shares').values(shareRow(share)).execute()
    },

    async list() {
      const rows = await db
        .selectFrom('shares')
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(readShare)
    },

    async findByToken(token) {
      const row = await db
        .selectFrom('shares')
        .selectAll()
        .where('token', '=', token)
        // A run in the trash is not shown to anyone; restored, its links work again.
        .where('run_id', 'not in', (trashed) =>
          trashed.selectFrom('library_runs').select('library_runs.run_id').where('deleted_at', '>', 0),
        )
        .executeTakeFirst()
      return row && readShare(row)
    },

    async revoke(id, now) {
      await db
        .updateTable('shares')
        .set({ revoked_at: now })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute()
      const row = await db.selectFrom('shares').selectAll().where('id', '=', id).executeTakeFirst()
      return row && readShare(row)
    },

    async countVisit(id, now) {
      await db
        .updateTable('shares')
        .set(({ eb }) => ({ visits: eb('visits', '+', 1), last_visit_at: now }))
        .where('id', '=', id)
        .execute()
    },

    castVote: (vote, mostVisitors) =>
      db.transaction().execute(async (transaction) => {
        const others = await transaction
          .selectFrom('share_votes')
          .select('visitor')
          .distinct()
          .where('share_id', '=', vote.shareId)
          .where('address_hash', '=', vote.addressHash)
          .where('visitor', '!=', vote.visitor)
          .limit(mostVisitors)
          .execute()
        if (others.length >= mostVisitors) return 'too-many-visitors'
        await transaction
          .insertInto('share_votes')
          .values(voteRow(vote))
          .onConflict((conflict) =>
            conflict.columns(['share_id', 'visitor', 'question', 'pair']).doUpdateSet(({ ref }) => ({
              id: ref('excluded.id'),
              address_hash: ref('excluded.address_hash'),
              first_prediction_id: ref('excluded.first_prediction_id'),
              second_prediction_id: ref('excluded.second_prediction_id'),
              outcome: ref('excluded.outcome'),
              created_at: ref('excluded.created_at'),
            })),
          )
          .execute()
        return 'stored'
      }),

    async retractVote({ shareId, visitor, question, first, second }) {
      await db
        .deleteFrom('share_votes')
        .where('share_id', '=', shareId)
        .where('visitor', '=', visitor)
        .where('question', '=', question)
        .where('pair', '=', pairKey(first, second))
        .execute()
    },

    async votesOf(shareId) {
      const rows = await db
        .selectFrom('share_votes')
        .selectAll()
        .where('share_id', '=', shareId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(readVote)
    },

    async countVotes() {
      const rows = await db
        .selectFrom('share_votes')
        .select(({ fn }) => [
          'share_id',
          fn.count<number>('id').as('votes'),
          fn.count<number>('visitor').distinct().as('visitors'),
        ])
        .groupBy('share_id')
        .execute()
      return rows.map(({ share_id, votes, visitors }) => ({
        shareId: share_id,
        votes: Number(votes),
        visitors: Number(visitors),
      }))
    },
  }
}

function shareRow(share: Share): Database['shares'] {
  return {
    id: share.id,
    token: share.token,
    run_id: share.runId,
    prediction_id: share.predictionId ?? null,
    choices: JSON.stringify(share.choices),
    created_at: share.createdAt,
    ends_at: share.endsAt ?? null,
    revoked_at: share.revokedAt ?? null,
    visits: share.visits,
    last_visit_at: share.lastVisitAt ?? null,
  }
}

function readShare(row: Selectable<Database['shares']>): Share {
  return shareSchema.parse({
    id: row.id,
    token: row.token,
    runId: row.run_id,
    predictionId: row.prediction_id ?? undefined,
    choices: JSON.parse(row.choices),
    createdAt: row.created_at,
    endsAt: row.ends_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    visits: row.visits,
    lastVisitAt: row.last_visit_at ?? undefined,
  })
}

function voteRow(vote: ShareVote): Database['share_votes'] {
  return {
    id: vote.id,
    share_id: vote.shareId,
    visitor: vote.visitor,
    address_hash: vote.addressHash,
    question: vote.question,
    pair: pairKey(vote.first, vote.second),
    first_prediction_id: vote.first,
    second_prediction_id: vote.second,
    outcome: vote.outcome,
    created_at: vote.createdAt,
  }
}

function readVote(row: Selectable<Database['share_votes']>): ShareVote {
  return {
    id: row.id,
    shareId: row.share_id,
    visitor: row.visitor,
    addressHash: row.address_hash,
    question: row.question,
    first: row.first_prediction_id,
    second: row.second_prediction_id,
    outcome: row.outcome,
    createdAt: row.created_at,
  }
}
