import { runTitle } from '@/lib/models/batch'
import { findModel } from '@/lib/models/registry'
import { latestAttempts } from './latest-attempts'
import { isFinished } from './prediction'
import { pictureUsesOfRun } from './pictures-of-run'
import type { RunWithPredictions } from './prediction-store'

/** A run as the gallery shows it. */
export interface RunSummary {
  id: string
  createdAt: number
  /** Its instruction; of a batch with one for each picture, how many. */
  prompt?: string
  modelNames: string[]
  sandbox: boolean
  /** The first result, else the first input picture. */
  picture?: { assetId: string; isOutput: boolean }
  total: number
  active: number
  succeeded: number
  failed: number
}

export function summarizeRun({ run, predictions: tries }: RunWithPredictions): RunSummary {
  const predictions = latestAttempts(tries)
  const outputs = predictions.flatMap(({ status }) => (status.state === 'succeeded' ? status.outputs : []))
  const input = pictureUsesOfRun(run).find(({ use }) => use === 'image')?.id
  const active = predictions.filter(({ status }) => !isFinished(status.state)).length
  const succeeded = predictions.filter(({ status }) => status.state === 'succeeded').length
  return {
    id: run.id,
    createdAt: run.createdAt,
    prompt: runTitle(run),
    modelNames: [...new Set(predictions.map(({ modelId }) => findModel(modelId)?.title ?? modelId))],
    sandbox: predictions.some(({ mode }) => mode === 'sandbox'),
    picture: outputs[0]
      ? { assetId: outputs[0].id, isOutput: true }
      : input !== undefined
        ? { assetId: input, isOutput: false }
        : undefined,
    total: predictions.length,
    active,
    succeeded,
    failed: predictions.length - active - succeeded,
  }
}
