import type { Asset } from '@/lib/assets/asset'
import { batchAxis, batchPlaces, pictureName } from '@/lib/models/batch'
import {
  batchDownloadName,
  downloadName,
  fileEnding,
  fileStem,
  uniqueNames,
} from '@/lib/models/download-name'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import type { PictureUse } from './pictures-in'
import type { PredictionView, RunView } from './view'

/** A picture of an archive. */
export interface ManifestPicture {
  /** Its name in the archive; null if it is not in it. */
  file: string | null
  /** Of the stored file; also its id here. */
  sha256: string
  /** Null where nothing is known of it any more. */
  type: string | null
  width: number | null
  height: number | null
  bytes: number | null
  /** Why it is not in the archive, or not whole. */
  problem: string | null
}

type Told =
  | 'id'
  | 'position'
  | 'attempt'
  | 'modelId'
  | 'modelName'
  | 'provider'
  | 'sandbox'
  | 'state'
  | 'mark'
  | 'seed'
  | 'costCents'
  | 'costReported'
  | 'createdAt'
  | 'completedAt'
  | 'error'
  | 'code'
  | 'warnings'

export interface ManifestPrediction extends Pick<PredictionView, Told> {
  /**
   * The complete checked input; pictures are sha256 sums, of the cut where the model was given a part of a picture.
   */
  parameters: PredictionView['input']
  /** ISO 8601. */
  submittedAt: string | null
  /** From the submit to the stored result. */
  milliseconds: number | null
  pictures: ManifestPicture[]
  /** The model's own answers, where the pictures were put back into the original. */
  ownAnswers: ManifestPicture[]
}

/** What an archive of a run says of itself, as `manifest.json`. */
export interface RunManifest {
  format: 'diptych-run'
  version: 1
  run: Pick<RunView, 'id' | 'input' | 'choices' | 'axes'> & { createdAt: string }
  /** What the run was given. */
  pictures: (ManifestPicture & Pick<PictureUse, 'use'>)[]
  /** One for each cell, in their order: its latest try. */
  predictions: ManifestPrediction[]
}

/** @param given the run's input pictures; without an asset where its record is gone */
export function runManifest(run: RunView, given: { use: PictureUse; asset?: Asset }[]): RunManifest {
  const { id, createdAt, input, choices, axes, predictions } = run
  const counts = { image: 0, mask: 0 }
  const batch = batchAxis(run)
  const places = batchPlaces(run)
  const unique = uniqueNames()
  return {
    format: 'diptych-run',
    version: 1,
    run: { id, createdAt: new Date(createdAt).toISOString(), input, choices, axes },
    pictures: given.map(({ use: { id: sha256, use }, asset }) => {
      counts[use] += 1
      const name = use === 'mask' ? 'mask' : 'input'
      const place = batch?.values.indexOf(sha256) ?? -1
      const told = batch && place >= 0 ? fileStem(pictureName(batch, place)) : counts[use]
      return { use, ...picture(sha256, asset, (type) => unique(`${name}-${told}.${fileEnding(type)}`)) }
    }),
    predictions: predictions.map((view, position) => {
      const place = places[position]
      if (!batch || place === undefined) return manifestPrediction(view, numberedName(view))
      const inputName = pictureName(batch, place)
      const modelId = choices.length > 1 ? view.modelId : undefined
      return manifestPrediction(view, (type) =>
        unique(batchDownloadName(inputName, modelId, promptOf(view), type)),
      )
    }),
  }
}

/** The board's own order comes first, and makes each name the only one of its kind. */
function numberedName(view: PredictionView): NameOf {
  const place = String(view.position + 1).padStart(2, '0')
  return (type, index) => `${place}-${downloadName(view.modelId, promptOf(view), type, index)}`
}

/** "01-flux-dev-make-it-red.png" → "01-flux-dev-make-it-red-own-answer.png" */
function ownAnswerName(name: string): string {
  return name.replace(/(\.[^.]+)$/, '-own-answer$1')
}

type NameOf = (type: string, index: number) => string

function promptOf({ modelId, input }: PredictionView): string | undefined {
  const model = findModel(modelId)
  const row = model && parameterWithRole(model, 'prompt')
  return row && (input[row.name] as string | undefined)
}

function manifestPrediction(view: PredictionView, nameOf: NameOf): ManifestPrediction {
  const { submittedAt, finishedAt, input } = view
  return {
    id: view.id,
    position: view.position,
    attempt: view.attempt,
    modelId: view.modelId,
    modelName: view.modelName,
    provider: view.provider,
    sandbox: view.sandbox,
    state: view.state,
    mark: view.mark,
    parameters: input,
    seed: view.seed,
    costCents: view.costCents,
    costReported: view.costReported,
    createdAt: view.createdAt,
    submittedAt: submittedAt === null ? null : new Date(submittedAt).toISOString(),
    completedAt: view.completedAt,
    milliseconds: submittedAt === null || finishedAt === null ? null : finishedAt - submittedAt,
    error: view.error,
    code: view.code,
    warnings: view.warnings,
    pictures: view.assets.map((asset, index) => picture(asset.id, asset, (type) => nameOf(type, index))),
    // One that could not be put back is a picture already.
    ownAnswers: view.rawAssets
      .filter(({ id }) => !view.assets.some((asset) => asset.id === id))
      .map((asset, index) => picture(asset.id, asset, (type) => ownAnswerName(nameOf(type, index)))),
  }
}

function picture(
  sha256: string,
  asset: Asset | undefined,
  nameOf: (type: string) => string,
): ManifestPicture {
  if (!asset) return { file: null, sha256, type: null, width: null, height: null, bytes: null, problem: gone }
  const { type, width, height, bytes } = asset
  return { file: nameOf(type), sha256, type, width, height, bytes, problem: null }
}

const gone = 'It is no longer in storage.'
