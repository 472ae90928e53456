import 'server-only'
import { randomUUID } from 'node:crypto'
import { priceOf, type Model } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import type { CreateRun } from './create-run'
import { latestAttempts } from './latest-attempts'
import { isFinished, type Prediction } from './prediction'
import { refuseUnreachable } from './refuse-unreachable'
import { RunRefused } from './run-refused'

/**
 * Queues the next try of a cell that came to nothing (failed, canceled or unconfirmed): with the same values, reached
 * as this server reaches the provider now, at the present price. It only stores a row; the worker sends it.
 *
 * Pressed twice, or on two pages, it makes one prediction: asked for a try that is not the latest, it answers with the
 * latest, and the store takes each try of a cell once.
 *
 * @returns the latest try; undefined if there is no such prediction
 * @throws RunRefused for one that is still under way or succeeded, or can no longer be sent
 */
export async function tryAgain(
  { store, access, now }: Pick<CreateRun, 'store' | 'access' | 'now'>,
  predictionId: string,
): Promise<Prediction | undefined> {
  const [asked] = await store.getPredictions([predictionId])
  const found = asked && (await store.getRun(asked.runId))
  const last = found && latestAttempts(found.predictions).find(({ position }) => position === asked.position)
  if (!last || last.id !== predictionId) return last
  refuseUnlessEnded(last)
  return queueAgain({ store, access, now }, last)
}

/**
 * Queues the next try of every cell of a run that failed or was canceled. Not of one that stayed unconfirmed, unless it
 * was the sandbox's: it may have been paid already, and is tried again knowingly, by itself.
 *
 * @returns the tries that were queued; of cells that can no longer be sent there are none
 * @throws RunRefused where that is so of all
 */
export async function tryRestAgain(
  context: Pick<CreateRun, 'store' | 'access' | 'now'>,
  runId: string,
): Promise<Prediction[]> {
  const found = await context.store.getRun(runId)
  const queued: Prediction[] = []
  let refusal: RunRefused | undefined
  for (const last of latestAttempts(found?.predictions ?? []).filter(cameToNothing))
    try {
      queued.push(await queueAgain(context, last))
    } catch (error) {
      if (!(error instanceof RunRefused)) throw error
      refusal ??= error
    }
  if (refusal && queued.length === 0) throw refusal
  return queued
}

function cameToNothing({ status: { state }, mode }: Prediction): boolean {
  return state === 'failed' || state === 'canceled' || (state === 'unconfirmed' && mode === 'sandbox')
}

async function queueAgain(
  { store, access, now }: Pick<CreateRun, 'store' | 'access' | 'now'>,
  last: Prediction,
): Promise<Prediction> {
  const model = findModel(last.modelId)
  if (!model) throw new RunRefused('unknown-model', `${last.modelId} is no longer in the catalogue.`)
  refuseUnreachable(access, model, last.values)
  return store.addAttempt(nextAttempt(last, model, access, now()))
}

function refuseUnlessEnded({ status: { state } }: Prediction): void {
  if (state === 'succeeded')
    throw new RunRefused('not-ended', 'This one has a picture. Run it again to make another.')
  if (!isFinished(state))
    throw new RunRefused('not-ended', 'This one is still under way. Wait for it, or cancel it first.')
}

function nextAttempt(last: Prediction, model: Model, access: CreateRun['access'], now: number): Prediction {
  return {
    id: randomUUID(),
    runId: last.runId,
    position: last.position,
    attempt: last.attempt + 1,
    modelId: model.id,
    provider: model.provider,
    mode: access[model.provider].mode,
    values: last.values,
    composition: last.composition,
    priceCents: priceOf(model, last.values),
    createdAt: now,
    updatedAt: now,
    status: { state: 'queued', attempts: 0 },
  }
}
