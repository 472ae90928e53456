import { createHash, randomUUID } from 'node:crypto'
import type { Asset } from '@/lib/assets/asset'
import type { InState, Prediction, StateName } from '@/lib/predictions/prediction'
import type { Run } from '@/lib/predictions/run'

/** A stored picture as the records know it; the same `name` gives the same id. */
export function anAsset(name: string, facts: Partial<Asset> = {}): Asset {
  const id = createHash('sha256').update(name).digest('hex')
  return { id, type: 'image/png', width: 4, height: 3, bytes: name.length, hasAlpha: false, ...facts }
}

export function aRun(facts: Partial<Run> = {}): Run {
  return {
    id: randomUUID(),
    input: { prompt: 'Make it night', images: [anAsset('input').id] },
    choices: [{ modelId: 'flux-2-klein-9b-edit', values: {} }],
    createdAt: 1_000,
    ...facts,
  }
}

export function aPrediction(facts: Partial<Prediction> = {}): Prediction {
  return {
    id: randomUUID(),
    runId: randomUUID(),
    position: 0,
    attempt: 0,
    modelId: 'flux-2-klein-9b-edit',
    provider: 'vibedream',
    mode: 'live',
    values: { prompt: 'Make it night', images: [anAsset('input').id] },
    priceCents: 2,
    createdAt: 1_000,
    updatedAt: 1_000,
    status: aState('queued'),
    ...facts,
  }
}

type States = { [S in StateName]: InState<S> }

/** One whole example of every state, with times around `at` (epoch milliseconds). */
export function aState<S extends StateName>(state: S, at = 1_000): States[S] {
  const examples: States = {
    queued: { state: 'queued', attempts: 0 },
    submitting: { state: 'submitting', attempts: 1, submittedAt: at },
    running: { state: 'running', submittedAt: at, deadline: at + 900_000, job: { id: 'remote-1' } },
    storing: {
      state: 'storing',
      submittedAt: at,
      providerDoneAt: at + 10,
      warnings: [],
      outputs: [{ url: 'https://assets.example/1.png' }],
    },
    succeeded: {
      state: 'succeeded',
      submittedAt: at,
      providerDoneAt: at + 10,
      finishedAt: at + 20,
      warnings: [],
      outputs: [anAsset('output')],
    },
    failed: { state: 'failed', finishedAt: at + 20, failure: { code: 'moderation', billed: 'maybe' } },
    canceled: { state: 'canceled', finishedAt: at + 20, outcome: 'not-sent' },
    unconfirmed: { state: 'unconfirmed', submittedAt: at, finishedAt: at + 20 },
  }
  return examples[state]
}
