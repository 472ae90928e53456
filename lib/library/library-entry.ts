import 'server-only'
import { runTitle } from '@/lib/models/batch'
import { findModel } from '@/lib/models/registry'
import { instructionsOf } from '@/lib/predictions/instruction-history'
import { latestAttempts } from '@/lib/predictions/latest-attempts'
import { picturesIn } from '@/lib/predictions/pictures-in'
import { pictureUsesOfRun } from '@/lib/predictions/pictures-of-run'
import { isFinished, type Prediction } from '@/lib/predictions/prediction'
import type { RunWithPredictions } from '@/lib/predictions/prediction-store'
import { viewPrediction } from '@/lib/predictions/view'
import type { LibraryItem } from './library-item'
import type { LibraryState } from './library-query'

/** Longer ones are cut: what a card shows is a line or two. */
const mostTitle = 300
/** Of a batch with an instruction for each picture there may be very many. */
const mostSearchText = 100_000

/** What is shown as it is read: the rest of an item stands in columns of its own. */
export interface LibrarySummary extends Pick<
  LibraryItem,
  'title' | 'sandbox' | 'picture' | 'total' | 'active' | 'succeeded' | 'failed'
> {
  modelIds: string[]
}

/** `sent`: cut for a model out of what the run was given. `own-answer`: what an output was made of. */
export type PictureRole = 'image' | 'mask' | 'sent' | 'output' | 'own-answer'

export interface RunPicture {
  assetId: string
  role: PictureRole
  /** Of outputs and own answers: whose. */
  predictionId?: string
}

/** All that the library knows of a run: what it is found and sorted by, what is shown, and every picture it uses. */
export interface LibraryEntry {
  runId: string
  createdAt: number
  /** The newest change of a prediction that is in here, epoch milliseconds. */
  seen: number
  costCents: number
  searchText: string
  models: string[]
  providers: string[]
  states: LibraryState[]
  hasMask: boolean
  starred: boolean
  /** Whose picture is shown; that one is starred if the run is. */
  shownPredictionId?: string
  summary: LibrarySummary
  pictures: RunPicture[]
}

export function libraryEntry(found: RunWithPredictions): LibraryEntry {
  const { run, predictions: tries } = found
  const predictions = latestAttempts(tries)
  const pictures = picturesOf(found)
  const shown = shownOf(predictions)
  return {
    runId: run.id,
    createdAt: run.createdAt,
    seen: Math.max(run.createdAt, ...tries.map(({ updatedAt }) => updatedAt)),
    costCents: tries.reduce((sum, one) => sum + (viewPrediction(one, '').costCents ?? 0), 0),
    searchText: searchable(instructionsOf(run).join('\n').slice(0, mostSearchText)),
    models: unique(predictions.map(({ modelId }) => modelId)),
    providers: unique(predictions.map(({ provider }) => provider)),
    states: unique(predictions.map(stateOf)),
    hasMask: pictures.some(({ role }) => role === 'mask'),
    starred: predictions.some(({ mark }) => mark === 'star'),
    shownPredictionId: shown?.id,
    summary: summaryOf(found, predictions, shown),
    pictures,
  }
}

/** As texts and searched words are compared: in small letters, composed, without what PostgreSQL can't hold. */
export function searchable(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u0000', ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

type Shown = { id: string; picture: NonNullable<LibrarySummary['picture']> }

function shownOf(predictions: readonly Prediction[]): Shown | undefined {
  const done = predictions.filter(({ status }) => status.state === 'succeeded')
  const shown =
    done.find(({ mark }) => mark === 'star') ?? done.find(({ mark }) => mark !== 'reject') ?? done[0]
  if (shown?.status.state !== 'succeeded') return undefined
  const [output] = shown.status.outputs
  return (
    output && {
      id: shown.id,
      picture: { assetId: output.id, isOutput: true, width: output.width, height: output.height },
    }
  )
}

function summaryOf(
  { run }: RunWithPredictions,
  predictions: readonly Prediction[],
  shown: Shown | undefined,
): LibrarySummary {
  const input = pictureUsesOfRun(run).find(({ use }) => use === 'image')?.id
  const active = predictions.filter(({ status }) => !isFinished(status.state)).length
  const succeeded = predictions.filter(({ status }) => status.state === 'succeeded').length
  return {
    title: runTitle(run)?.slice(0, mostTitle),
    modelIds: unique(predictions.map(({ modelId }) => modelId)),
    sandbox: predictions.some(({ mode }) => mode === 'sandbox'),
    picture: shown?.picture ?? (input === undefined ? undefined : { assetId: input, isOutput: false }),
    total: predictions.length,
    active,
    succeeded,
    failed: predictions.length - active - succeeded,
  }
}

function stateOf({ status: { state } }: Prediction): LibraryState {
  switch (state) {
    case 'succeeded':
    case 'failed':
    case 'canceled':
    case 'unconfirmed':
      return state
    default:
      return 'working'
  }
}

function picturesOf({ run, predictions }: RunWithPredictions): RunPicture[] {
  const given = pictureUsesOfRun(run).map(({ id, use }): RunPicture => ({ assetId: id, role: use }))
  const known = new Set(given.map(({ assetId }) => assetId))
  const sent = predictions.flatMap(({ modelId, values }) => {
    const model = findModel(modelId)
    const ids = model ? picturesIn(model, values).map(({ id }) => id) : []
    return ids.filter((id) => !known.has(id)).map((assetId): RunPicture => ({ assetId, role: 'sent' }))
  })
  return [...given, ...sent, ...predictions.flatMap(made)]
}

/** Also what came inline and is still to be put back: it is stored already. */
function made({ id, status }: Prediction): RunPicture[] {
  if (status.state === 'storing')
    return status.outputs.flatMap((output) =>
      'asset' in output ? [{ assetId: output.asset.id, role: 'own-answer', predictionId: id }] : [],
    )
  if (status.state !== 'succeeded') return []
  const { outputs, raw = [] } = status
  return [
    ...outputs.map((asset): RunPicture => ({ assetId: asset.id, role: 'output', predictionId: id })),
    ...raw.map((asset): RunPicture => ({ assetId: asset.id, role: 'own-answer', predictionId: id })),
  ]
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
