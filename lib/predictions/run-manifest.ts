import type { Asset } from '@/lib/assets/asset'
import { downloadName, fileEnding } from '@/lib/models/download-name'
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
  /** The complete checked input; pictures are sha256 sums. */
  parameters: PredictionView['input']
  /** ISO 8601. */
  submittedAt: string | null
  /** From the submit to the stored result. */
  milliseconds: number | null
  pictures: ManifestPicture[]
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
  return {
    format: 'diptych-run',
    version: 1,
    run: { id, createdAt: new Date(createdAt).toISOString(), input, choices, axes },
    pictures: given.map(({ use: { id: sha256, use }, asset }) => {
      counts[use] += 1
      const name = use === 'mask' ? 'mask' : 'input'
      return { use, ...picture(sha256, asset, (type) => `${name}-${counts[use]}.${fileEnding(type)}`) }
    }),
    predictions: predictions.map(manifestPrediction),
  }
}

function manifestPrediction(view: PredictionView): ManifestPrediction {
  const { submittedAt, finishedAt, input } = view
  const model = findModel(view.modelId)
  const promptRow = model && parameterWithRole(model, 'prompt')
  const prompt = promptRow && (input[promptRow.name] as string | undefined)
  // The board's own order, and what makes each name the only one of its kind.
  const place = String(view.position + 1).padStart(2, '0')
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
    pictures: view.assets.map((asset, index) =>
      picture(asset.id, asset, (type) => `${place}-${downloadName(view.modelId, prompt, type, index)}`),
    ),
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
