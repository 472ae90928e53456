import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase, type DatabaseClient } from '@/lib/db/client'
import { createPredictionStore } from '@/lib/db/prediction-store'
import { createVoteStore } from '@/lib/db/vote-store'
import type { Cast } from '@/lib/judging/vote'
import type { Prediction } from '@/lib/predictions/prediction'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { castVote } from './cast-vote'
import { readRanking } from './read-ranking'

let database: DatabaseClient
let server: Parameters<typeof castVote>[0]
beforeEach(async () => {
  database = await openDatabase({ folder: await temporaryFolder() })
  server = { store: createPredictionStore(database), votes: createVoteStore(database.db) }
})
afterEach(() => database.close())

/** A run over two models whose results are there, unless told otherwise; answers the predictions' ids. */
async function judgeable(...facts: Partial<Prediction>[]): Promise<{ runId: string; ids: string[] }> {
  const modelIds = ['flux-2-klein-9b-edit', 'flux-2-pro-edit']
  const run = aRun({ choices: modelIds.map((modelId) => ({ modelId, values: {} })) })
  const predictions = modelIds.map((modelId, position) =>
    aPrediction({ runId: run.id, modelId, position, status: aState('succeeded'), ...facts[position] }),
  )
  await server.store.createRun(run, predictions)
  return { runId: run.id, ids: predictions.map(({ id }) => id) }
}

function answer(ids: string[], facts: Partial<Cast> = {}): Cast {
  return {
    roundId: 'round 1',
    question: 'instruction',
    first: ids[1]!,
    second: ids[0]!,
    outcome: 'first',
    ...facts,
  }
}

it('stores an answer with the models that the server knows, as it was shown', async () => {
  const { runId, ids } = await judgeable()
  await castVote(server, runId, 'owner', answer(ids))
  expect(await server.votes.votesOf('owner')).toMatchObject([
    {
      runId,
      roundId: 'round 1',
      first: { predictionId: ids[1], modelId: 'flux-2-pro-edit' },
      second: { predictionId: ids[0], modelId: 'flux-2-klein-9b-edit' },
      outcome: 'first',
    },
  ])
})

it('changes an answer, and takes it back', async () => {
  const { runId, ids } = await judgeable()
  await castVote(server, runId, 'owner', answer(ids))
  await castVote(server, runId, 'owner', answer(ids, { outcome: 'tie' }))
  expect(await server.votes.votesOf('owner')).toMatchObject([{ outcome: 'tie' }])
  await castVote(server, runId, 'owner', answer(ids, { outcome: null }))
  expect(await server.votes.votesOf('owner')).toEqual([])
})

it('refuses a run that is not there, and predictions that are not its finished results', async () => {
  const { runId, ids } = await judgeable()
  const other = await judgeable()
  const failed = await judgeable({ status: aState('failed') })
  await expect(castVote(server, 'no such run', 'owner', answer(ids))).rejects.toMatchObject({ status: 404 })
  for (const [run, pair] of [
    [runId, [ids[0]!, other.ids[0]!]],
    [runId, [ids[0]!, 'no such prediction']],
    [failed.runId, failed.ids],
  ] as const)
    await expect(castVote(server, run, 'owner', answer([...pair]))).rejects.toMatchObject({
      status: 422,
      code: 'not-comparable',
    })
  expect(await server.votes.votesOf('owner')).toEqual([])
})

it('ranks a voter’s votes by what the predictions cost, the sandbox’s for themselves', async () => {
  const live = await judgeable({ priceCents: 2 }, { priceCents: 4 })
  const sandbox = await judgeable({ mode: 'sandbox' }, { mode: 'sandbox' })
  await castVote(server, live.runId, 'owner', answer(live.ids))
  await castVote(server, sandbox.runId, 'owner', answer(sandbox.ids, { outcome: 'second' }))
  await castVote(server, live.runId, 'visitor 1', answer(live.ids, { outcome: 'tie' }))
  const ranking = await readRanking(server, 'owner')
  expect(ranking.live.tables.both.few).toMatchObject([
    { modelId: 'flux-2-klein-9b-edit', wins: 0, cents: 2, winsPerDollar: 0 },
    { modelId: 'flux-2-pro-edit', wins: 1, ties: 0, cents: 4, winsPerDollar: 25 },
  ])
  expect(ranking.sandbox.tables.both.few[0]).toMatchObject({
    modelId: 'flux-2-klein-9b-edit',
    winsPerDollar: null,
  })
})
