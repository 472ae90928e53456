import type { PredictionView } from '@/lib/predictions/view'

/** A prediction that succeeded for money, except where told otherwise. */
export function predictionView(position: number, changes: Partial<PredictionView> = {}): PredictionView {
  return {
    id: `prediction-${position}`,
    modelId: 'flux-dev',
    modelName: 'FLUX.1 Dev',
    status: 'completed',
    outputs: [],
    error: null,
    createdAt: new Date(1_000).toISOString(),
    completedAt: new Date(9_000).toISOString(),
    runId: 'run',
    position,
    attempt: 0,
    mark: null,
    state: 'succeeded',
    version: 1,
    provider: 'WaveSpeed',
    sandbox: false,
    input: { prompt: 'Make it night', image: 'a'.repeat(64), strength: 0.5 },
    seed: 7,
    costCents: 2,
    costReported: true,
    submittedAt: 2_000,
    finishedAt: 9_000,
    assets: [pictureForTests()],
    rawAssets: [],
    composition: null,
    warnings: [],
    code: null,
    advice: null,
    waiting: null,
    ahead: null,
    reports: [],
    ...changes,
  }
}

export function pictureForTests(changes: Partial<PredictionView['assets'][number]> = {}) {
  return {
    id: 'b'.repeat(64),
    type: 'image/png' as const,
    width: 1024,
    height: 768,
    bytes: 900_000,
    hasAlpha: false,
    ...changes,
  }
}
