import 'server-only'
import type { Asset } from '@/lib/assets/asset'
import type { EngineReport } from '@/lib/models/engine-report'
import { PictureRefused } from '@/lib/assets/picture-refused'
import { ProviderError } from '@/lib/providers/provider-error'
import type { Failure } from './failure'
import { failureFrom } from './failed'
import type { Held, Lifecycle } from './lifecycle'
import type { Prediction, PredictionIn } from './prediction'
import { repeatRead } from './repeat-read'
import { lostOutputs } from './stage-outputs'

const fetchTimeoutMs = 120_000
/** How long to go on trying to fetch a paid picture whose address does not answer. */
const patienceMs = 30 * 60_000

/** storing → succeeded, or failed if not one picture could be had. Content-addressed, so doing it twice is fine. */
export async function storeOutputs(
  lifecycle: Lifecycle,
  held: Held<PredictionIn<'storing'>>,
): Promise<Prediction | undefined> {
  const { prediction, signal } = held
  const { submittedAt, providerDoneAt, costCents, warnings, outputs } = prediction.status
  const kept: Asset[] = []
  let failure: Failure | undefined
  for (const output of outputs) {
    if ('asset' in output) {
      kept.push(output.asset)
      continue
    }
    try {
      kept.push(await fetchOutput(lifecycle, held, output.url))
    } catch (error) {
      signal.throwIfAborted()
      const ours = !(error instanceof ProviderError || error instanceof PictureRefused)
      // A full disk or a database restart is no reason to give up a paid picture that can still be fetched.
      if (ours && lifecycle.now() < providerDoneAt + patienceMs) throw error
      failure = error instanceof PictureRefused ? unreadable() : failureFrom(lifecycle, error, 'maybe')
    }
  }
  const finishedAt = lifecycle.now()
  if (kept.length === 0)
    return lifecycle.move(held, {
      state: 'failed',
      submittedAt,
      finishedAt,
      failure: failure ?? unreadable(),
    })
  const lost = outputs.length - kept.length
  const reports = prediction.mode === 'sandbox' ? await readReports(lifecycle, kept) : []
  const { composed, notes } = await putBack(lifecycle, held, kept)
  return lifecycle.move(held, {
    state: 'succeeded',
    submittedAt,
    providerDoneAt,
    finishedAt: lifecycle.now(),
    costCents,
    warnings: [...warnings, ...(lost > 0 ? [lostOutputs(lost)] : []), ...undone(reports), ...notes],
    outputs: composed,
    ...(composed !== kept && { raw: kept }),
    ...(reports.length > 0 && { reports }),
  })
}

/** Reports are told beside pictures, never instead: where one can't be read, there is none. */
async function readReports(lifecycle: Lifecycle, outputs: Asset[]): Promise<EngineReport[]> {
  const reports = await Promise.all(outputs.map((output) => lifecycle.readReport(output)))
  return reports.every((report) => report !== undefined) ? reports : []
}

/** Each part of the instruction that was not done is said once, however many outputs there are. */
function undone(reports: EngineReport[]): string[] {
  const sentences = reports.flatMap((report) =>
    report.undone.map(({ text, message }) => `Not done: “${text}”. ${message}`),
  )
  return [...new Set(sentences)]
}

/**
 * Each answer put back into the original, where that was asked for. An answer that can't be is shown as it came: it is
 * paid, and the person may still want it.
 */
async function putBack(
  lifecycle: Lifecycle,
  { prediction, signal }: Held<PredictionIn<'storing'>>,
  answers: Asset[],
): Promise<{ composed: Asset[]; notes: string[] }> {
  const { composition, status } = prediction
  const { providerDoneAt } = status
  if (!composition) return { composed: answers, notes: [] }
  const composed: Asset[] = []
  const notes = new Set<string>()
  for (const answer of answers) {
    const result = await lifecycle.compose(composition, answer, signal).catch((error: unknown) => {
      signal.throwIfAborted()
      // As with fetching: what hinders us now may pass; what does not must not keep the person from the answer.
      if (lifecycle.now() < providerDoneAt + patienceMs) throw error
      lifecycle.log('an answer could not be put back', error)
      return { refused: 'The answer could not be put back into the picture and is shown as it came.' }
    })
    const note = 'refused' in result ? result.refused : result.warning
    if (note) notes.add(note)
    composed.push('refused' in result ? answer : result.asset)
  }
  return { composed, notes: [...notes] }
}

function unreadable(): Failure {
  return { code: 'output-unreadable', billed: 'maybe' }
}

/** Downloads and keeps one output; a download that turns out cut off is fetched again. */
async function fetchOutput(
  lifecycle: Lifecycle,
  { prediction, signal }: Held<PredictionIn<'storing'>>,
  url: string,
): Promise<Asset> {
  const provider = lifecycle.provider(prediction.provider, prediction.mode)
  const deadline = prediction.status.providerDoneAt + patienceMs
  let unreadable = 0
  const download = async () => {
    const bytes = await provider.fetch(
      { url },
      AbortSignal.any([signal, AbortSignal.timeout(fetchTimeoutMs)]),
    )
    try {
      return await lifecycle.addOutput(bytes)
    } catch (error) {
      if (!(error instanceof PictureRefused)) throw error
      unreadable += 1
      throw new ProviderError('protocol', { accepted: 'unknown', transient: unreadable < 3, cause: error })
    }
  }
  try {
    // A half picture is seen only after decoding, so decoding is part of what is repeated; twice, then it is so.
    return await repeatRead(lifecycle, signal, download, { deadline })
  } catch (error) {
    if (error instanceof ProviderError && error.cause instanceof PictureRefused) throw error.cause
    throw error
  }
}
