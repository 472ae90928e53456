import 'server-only'
import type { PredictionView } from '@/lib/predictions/view'
import type { Refusal } from './refusal'

const statuses = { processing: 'processing', completed: 'completed', failed: 'failed' } as const

/** A prediction in WaveSpeed's envelope: the same facts under the names of its page. */
export function wavespeedAnswer(view: PredictionView, origin: string) {
  const started = view.submittedAt ?? Date.parse(view.createdAt)
  return {
    code: 200,
    message: 'success',
    data: {
      id: view.id,
      model: view.modelId,
      outputs: view.outputs ?? [],
      urls: { get: `${origin}/api/v3/predictions/${view.id}/result` },
      status: view.state === 'queued' ? 'created' : statuses[view.status],
      created_at: view.createdAt,
      error: view.error ?? '',
      timings: { inference: view.finishedAt === null ? 0 : view.finishedAt - started },
    },
  }
}

export function wavespeedRefusal({ status, error }: Refusal) {
  return { code: status, message: error }
}
