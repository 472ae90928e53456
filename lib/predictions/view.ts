import { z } from 'zod'
import { assetUrl } from '@/lib/assets/asset-urls'
import type { Asset } from '@/lib/assets/asset'
import type { EngineReport } from '@/lib/models/engine-report'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import { providers, type ProviderId } from '@/lib/models/providers'
import type { Composition } from './composition'
import { billingSentence, failureTexts, type FailureCode } from './failure'
import { latestAttempts } from './latest-attempts'
import { isFinished, type Mark, type Prediction, type StateName } from './prediction'
import type { Hold } from './provider-pace'
import type { Run } from './run'

/**
 * A prediction as a browser or an API caller may see it: the contract of the seed pages first, then what our own pages
 * show. No key, no provider URL, no path of this machine can be in it.
 */
export interface PredictionView {
  id: string
  modelId: string
  modelName: string
  status: 'processing' | 'completed' | 'failed'
  /** Absolute URLs of stored pictures, or raw Base64 where the caller asked for it. */
  outputs: string[] | null
  error: string | null
  /** ISO 8601. */
  createdAt: string
  completedAt: string | null

  runId: string
  /** Which cell of the run, in the order of `cellsOf`. */
  position: number
  /** How often this cell was tried before. */
  attempt: number
  mark: Mark | null
  state: StateName
  /** Grows with every change. */
  version: number
  provider: string
  sandbox: boolean
  /** The complete checked input; pictures are asset ids. */
  input: Record<string, unknown>
  seed: number | null
  /** US cents: as reported by the provider, else by the price list. Null where nothing was or can have been charged. */
  costCents: number | null
  costReported: boolean
  /** Epoch milliseconds. */
  submittedAt: number | null
  finishedAt: number | null
  assets: Asset[]
  /** The model's own answers where `assets` were put back into the original picture, in the same order; else empty. */
  rawAssets: Asset[]
  /** What was cut out for the model, and where its answers are put back; null where it got the pictures as they are. */
  composition: Composition | null
  /** What the local engine did for each of `assets`; empty unless it was asked. */
  reports: EngineReport[]
  warnings: string[]
  /** Machine-readable reason of a failure, or "canceled", "unconfirmed". */
  code: FailureCode | 'canceled' | 'unconfirmed' | null
  /** What to do about a failure, and what it may have cost. */
  advice: string | null
  /**
   * While queued because the provider takes no more, or can't be reached: why, and when it is tried again (epoch
   * milliseconds; null where that depends on others). A mere turn in the queue needs no reason.
   */
  waiting: { reason: string; until: number | null } | null
  /** While running: how many jobs are done before this one, where the provider tells it. */
  ahead: number | null
}

/** What is known of unfinished work in this process, beside what is stored. */
export interface Standing {
  /** Whether a provider is given less than usual just now; see `ProviderPace`. */
  hold(provider: ProviderId): Hold | undefined
  /** How many jobs are before this one at its provider, where that told it. */
  ahead(predictionId: string): number | undefined
}

/** @param origin of this server, for absolute picture URLs */
export function viewPrediction(prediction: Prediction, origin: string, standing?: Standing): PredictionView {
  const { status } = prediction
  const model = findModel(prediction.modelId)
  const seedRow = model && parameterWithRole(model, 'seed')
  const succeeded = status.state === 'succeeded'
  const finishedAt = 'finishedAt' in status ? status.finishedAt : null
  const reported =
    'costCents' in status ? status.costCents : 'job' in status ? status.job.costCents : undefined
  return {
    id: prediction.id,
    modelId: prediction.modelId,
    modelName: model?.title ?? prediction.modelId,
    status: succeeded ? 'completed' : isFinished(status.state) ? 'failed' : 'processing',
    outputs: succeeded ? status.outputs.map((asset) => origin + assetUrl(asset.id)) : null,
    createdAt: new Date(prediction.createdAt).toISOString(),
    completedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
    runId: prediction.runId,
    position: prediction.position,
    attempt: prediction.attempt,
    mark: prediction.mark ?? null,
    state: status.state,
    version: prediction.updatedAt,
    provider: providers[prediction.provider].title,
    sandbox: prediction.mode === 'sandbox',
    input: prediction.values,
    seed: seedRow ? ((prediction.values[seedRow.name] as number | undefined) ?? null) : null,
    costCents: costOf(prediction, reported),
    costReported: reported !== undefined,
    submittedAt: 'submittedAt' in status ? (status.submittedAt ?? null) : null,
    finishedAt,
    assets: succeeded ? status.outputs : [],
    rawAssets: succeeded ? (status.raw ?? []) : [],
    composition: prediction.composition ?? null,
    reports: succeeded ? (status.reports ?? []) : [],
    warnings: 'warnings' in status ? status.warnings : [],
    waiting: waitingOf(prediction, standing?.hold(prediction.provider)),
    ahead: status.state === 'running' ? (standing?.ahead(prediction.id) ?? null) : null,
    ...outcome(prediction),
  }
}

/** Also one that was never sent knows why it waits: because others of its provider were put off. */
function waitingOf({ status }: Prediction, hold: Hold | undefined): PredictionView['waiting'] {
  if (status.state !== 'queued') return null
  const { notBefore, lastFailure } = status
  const own = notBefore && lastFailure ? { code: lastFailure.code, until: notBefore } : undefined
  // Of the same kind, what the provider said last counts.
  const found = hold && (!own || own.code === hold.code) ? hold : own
  return found ? { reason: failureTexts[found.code].sentence, until: found.until } : null
}

/** A sandbox run costs nothing; a failed one is counted only where the provider may have charged. */
function costOf({ status, mode, priceCents }: Prediction, reported: number | undefined): number | null {
  if (mode === 'sandbox') return 0
  if (status.state === 'failed' && status.failure.billed === 'no') return 0
  if (status.state === 'canceled' && status.outcome === 'not-sent') return 0
  return reported ?? priceCents
}

function outcome({ status, mode }: Prediction): Pick<PredictionView, 'error' | 'code' | 'advice'> {
  // Nothing is ever charged in the sandbox, so that no sentence must frighten anyone.
  const maybeBilled = mode === 'sandbox' ? 'Nothing was charged.' : billingSentence('maybe')
  switch (status.state) {
    case 'failed': {
      const { code, detail, billed } = status.failure
      const { sentence, advice } = failureTexts[code]
      const billing = billed === 'no' ? billingSentence('no') : maybeBilled
      // The sandbox works by rules: what it could not do once it can't do the second time.
      if (mode === 'sandbox' && (code === 'generation-failed' || code === 'invalid-input'))
        return { code, error: detail ?? sentence, advice: `Change the instruction. ${billing}` }
      const told = code === 'over-budget' ? `${sentence} ${detail}` : `${sentence} It said: “${detail}”`
      return {
        code,
        error: detail ? told : sentence,
        advice: `${advice} ${billing}`,
      }
    }
    case 'canceled':
      return { code: 'canceled', ...cancelTexts(status.outcome, mode) }
    case 'unconfirmed':
      return {
        code: 'unconfirmed',
        error: `The answer to the request was lost${status.detail ? ` (${status.detail})` : ''}. It was not sent again.`,
        advice:
          mode === 'sandbox'
            ? 'Nothing was charged. Run it again.'
            : 'It may have been billed: look at your account with the provider, then try again knowingly.',
      }
    default:
      return { code: null, error: null, advice: null }
  }
}

function cancelTexts(
  outcome: 'not-sent' | 'canceled-at-provider' | 'stopped-waiting',
  mode: Prediction['mode'],
) {
  switch (outcome) {
    case 'not-sent':
      return { error: 'Canceled before it was sent.', advice: 'Nothing was charged.' }
    case 'canceled-at-provider':
      return { error: 'Canceled at the provider.', advice: 'It may charge for the time used.' }
    case 'stopped-waiting':
      return mode === 'sandbox'
        ? { error: 'Canceled.', advice: 'Nothing was charged.' }
        : {
            error: 'No longer waited for.',
            advice: 'This provider can’t cancel: it may still finish, and may bill it.',
          }
  }
}

/** A run as its page shows it. */
export interface RunView {
  id: string
  createdAt: number
  input: Run['input']
  choices: Run['choices']
  axes: Run['axes']
  /** One for each cell, in their order. */
  predictions: PredictionView[]
}

export function viewRun(
  run: Run,
  predictions: readonly Prediction[],
  origin: string,
  standing?: Standing,
): RunView {
  const { id, createdAt, input, choices, axes } = run
  const latest = latestAttempts(predictions)
  return {
    id,
    createdAt,
    input,
    choices,
    axes,
    predictions: latest.map((one) => viewPrediction(one, origin, standing)),
  }
}

/** `?ids=a,b&after=12,34`: after are the `version`s the caller has seen, in the order of the ids. */
export const predictionsQuerySchema = z.object({
  ids: z
    .string({ error: 'Name the predictions: ?ids=a,b.' })
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.string()).min(1, 'Name at least one id.').max(100, 'At most 100 ids in one request.')),
  after: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .optional(),
})
