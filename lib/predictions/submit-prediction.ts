import 'server-only'
import { modelById, findModel } from '@/lib/models/registry'
import type { Model } from '@/lib/models/model'
import { requestBody } from '@/lib/models/request-body'
import type { DeliveredPicture, Progress, ProviderRequest } from '@/lib/providers/provider'
import { ProviderError } from '@/lib/providers/provider-error'
import { backoffMs } from './backoff'
import { failureFrom, failed } from './failed'
import { insist } from './insist'
import type { Held, Lifecycle } from './lifecycle'
import { picturesIn } from './pictures-in'
import type { Prediction, PredictionIn } from './prediction'
import { isPutOff } from './provider-pace'
import { repeatRead } from './repeat-read'
import { stageOutputs } from './stage-outputs'

/**
 * Submits that certainly did not arrive are tried this often; with the waits between them about two minutes. One that
 * the provider only put off does not count: that is bounded by time (provider-pace.ts).
 */
const maxAttempts = 7
/** Beyond every adapter's own time limit: a last resort, so that no submit hangs for ever. */
const submitTimeoutMs = 330_000
const deliverTimeoutMs = 120_000
/** Nothing runs longer than this, whatever the model's usual time. */
const leastDeadlineMs = 15 * 60_000

/**
 * queued → submitting → running or storing. The pictures are delivered first, while nothing is paid; then the change to
 * `submitting` is stored, and only then, once, is the paid request sent.
 */
export async function submitPrediction(
  lifecycle: Lifecycle,
  held: Held<PredictionIn<'queued'>>,
): Promise<Prediction | undefined> {
  const { prediction } = held
  const { pace } = lifecycle
  const begunAt = lifecycle.now()
  const model = findModel(prediction.modelId)
  if (!model)
    return lifecycle.move(
      held,
      failed(lifecycle, 'internal', 'no', 'This model is no longer in the catalogue.'),
    )
  let request: ProviderRequest
  try {
    request = await prepareRequest(lifecycle, held, model)
  } catch (error) {
    held.signal.throwIfAborted()
    return sendBack(lifecycle, held, error, begunAt)
  }
  held.signal.throwIfAborted()
  const hold = pace.hold(prediction.provider)
  // Another prediction was put off while this one's pictures were on their way: this one would be too.
  if (hold?.until) {
    const { attempts } = prediction.status
    const lastFailure = { code: hold.code, billed: 'no' as const }
    return lifecycle.move(held, { state: 'queued', attempts, notBefore: hold.until, lastFailure })
  }
  const submittedAt = lifecycle.now()
  const submitting = await lifecycle.move(held, {
    state: 'submitting',
    attempts: prediction.status.attempts + 1,
    submittedAt,
  })
  // A budget may have had no room for it.
  if (submitting?.status.state !== 'submitting') return submitting
  return sendOnce(lifecycle, { ...held, prediction: submitting as PredictionIn<'submitting'> }, request)
}

async function prepareRequest(lifecycle: Lifecycle, held: Held, model: Model): Promise<ProviderRequest> {
  const { prediction, signal } = held
  const provider = lifecycle.provider(prediction.provider, prediction.mode)
  const delivered = new Map<string, DeliveredPicture>()
  const pictures = picturesIn(model, prediction.values)
  for (const { id, use } of pictures) {
    const picture = await lifecycle.inputPicture(id, use, prediction.mode)
    if (!picture) throw new PictureMissing()
    const deliver = () =>
      provider.deliver(picture, AbortSignal.any([signal, AbortSignal.timeout(deliverTimeoutMs)]))
    delivered.set(id, await repeatRead(lifecycle, signal, deliver, { attempts: 3 }))
  }
  const first = pictures.find(({ use }) => use === 'image')
  const size = first && (await lifecycle.getAsset(first.id))
  return { model, body: requestBody(model, prediction.values, (id) => delivered.get(id)!, size) }
}

class PictureMissing extends Error {}

/** The one place where money can be spent. */
async function sendOnce(
  lifecycle: Lifecycle,
  held: Held<PredictionIn<'submitting'>>,
  request: ProviderRequest,
): Promise<Prediction | undefined> {
  const { prediction, canceled } = held
  const { submittedAt } = prediction.status
  const provider = lifecycle.provider(prediction.provider, prediction.mode)
  let progress: Progress
  try {
    progress = await provider.submit(
      request,
      AbortSignal.any([canceled, AbortSignal.timeout(submitTimeoutMs)]),
    )
  } catch (error) {
    // Only the provider's word, or a connection that was never made, proves that nothing was bought.
    if (error instanceof ProviderError && error.accepted === 'no')
      return sendBack(lifecycle, held, error, submittedAt)
    if (!(error instanceof ProviderError)) lifecycle.log('submit failed unexpectedly', error)
    const detail = error instanceof ProviderError ? error.detail : undefined
    return lifecycle.move(held, { state: 'unconfirmed', submittedAt, finishedAt: lifecycle.now(), detail })
  }
  lifecycle.pace.took(prediction.provider)
  if (progress.state === 'finished') return stageOutputs(lifecycle, held, progress)
  const { job } = progress
  const deadline = submittedAt + deadlineMs(prediction)
  return insist(lifecycle, () => lifecycle.move(held, { state: 'running', submittedAt, deadline, job }))
}

/** Certainly not accepted: tried again later if the fault passes, otherwise failed without charge. */
function sendBack(
  lifecycle: Lifecycle,
  held: Held<PredictionIn<'queued' | 'submitting'>>,
  error: unknown,
  sentAt: number,
) {
  const { provider, status } = held.prediction
  if (error instanceof PictureMissing) return lifecycle.move(held, failed(lifecycle, 'picture-missing', 'no'))
  const failure = failureFrom(lifecycle, error, 'no')
  const before = status.attempts - (status.state === 'submitting' ? 1 : 0)
  const putOff = isPutOff(error)
  const attempts = putOff ? before : before + 1
  const notBefore = putOff
    ? lifecycle.pace.refused(provider, { code: error.code, sentAt, askedMs: error.retryAfterMs })
    : isWorthTrying(error, attempts)
      ? lifecycle.now() + backoffMs(attempts)
      : undefined
  if (notBefore === undefined)
    return lifecycle.move(held, { state: 'failed', finishedAt: lifecycle.now(), failure })
  return lifecycle.move(held, { state: 'queued', attempts, notBefore, lastFailure: failure })
}

function isWorthTrying(error: unknown, attempts: number): boolean {
  return error instanceof ProviderError && error.transient && attempts < maxAttempts
}

/** Generous: ending a paid job too early loses its result. */
function deadlineMs(prediction: Prediction): number {
  const usual = modelById(prediction.modelId).usualSeconds
  return Math.max(leastDeadlineMs, (usual?.[1] ?? 0) * 5000)
}
