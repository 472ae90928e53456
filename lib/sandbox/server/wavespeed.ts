import 'server-only'
import { modelById } from '@/lib/models/registry'
import type { Dialect } from './dialect'
import { textOf } from './faults'
import { json } from './http-reply'
import type { Failure, Job } from './job'
import { toldOutputs } from './outputs'
import { readJson } from './read-body'
import type { Sandbox } from './sandbox'
import { flag, queuePosition } from './vibedream'
import { upload } from './wavespeed-uploads'

/**
 * WaveSpeed v3: everything in the envelope `{code, message, data}`, a failed task under HTTP 200, unknown fields
 * dropped without a word, pictures as URL, data URI, or through the upload API.
 */
export const wavespeed: Dialect = {
  provider: 'wavespeed',
  readSubmit: async (request) => ({ fields: await readJson(request), files: [] }),
  pictureForms: () => ['url', 'data-uri'],
  invalidStatus: 400,
  dropsUnknownFields: true,
  refusalBody: ({ status, message }) => ({ code: status, message }),
  waits: (job) => flag(job, 'sync'),
  submitted: async (job, sandbox) => {
    const envelope = await prediction(job, sandbox)
    if (job.fault?.name !== 'sync-timeout') return json(200, envelope)
    const timedOut = { status: 'processing', code: 5004, error: 'Sync mode timed out' }
    return json(200, { ...envelope, data: { ...envelope.data, outputs: [], ...timedOut } })
  },
  polls: {
    // The pages use both spellings.
    idIn: (path) => /^\/api\/v3\/predictions\/([^/]+)(?:\/result)?$/.exec(path)?.[1],
    prediction,
  },
  more: (exchange, sandbox) =>
    exchange.request.method === 'POST' && exchange.path === '/api/v3/media/upload/binary'
      ? upload(exchange, sandbox, wavespeed)
      : undefined,
}

/** Status and task code of a failed task. */
const failures: Record<Failure['kind'], { status: string; code: number }> = {
  moderation: { status: 'failed', code: 1200 },
  'not-understood': { status: 'failed', code: 1401 },
  'unreadable-picture': { status: 'failed', code: 1402 },
  generation: { status: 'failed', code: 1403 },
  timeout: { status: 'timeout', code: 5004 },
  cancelled: { status: 'cancelled', code: 1405 },
  deleted: { status: 'deleted', code: 1405 },
}

async function prediction(job: Job, sandbox: Sandbox, status?: string) {
  const origin = job.fault?.name === 'foreign-status-url' ? textOf(job.fault) : `${sandbox.origin}/wavespeed`
  const shown = status ? undefined : job
  const failure = shown?.state === 'failed' ? shown.failure : undefined
  const completed = shown?.state === 'completed' ? shown : undefined
  const outputs = completed ? await toldOutputs(completed, flag(job, 'base64'), sandbox) : []
  return {
    code: 200,
    message: 'success',
    data: {
      id: job.id,
      // The model's name there is the path it is called under.
      model: modelById(job.modelId).endpoint.replace(/^\/api\/v3\//, ''),
      outputs: asTold(outputs, job),
      urls: { get: `${origin}/api/v3/predictions/${job.id}/result` },
      status: status ?? (failure ? failures[failure.kind].status : job.state),
      ...queuePosition(job, sandbox),
      created_at: new Date(job.createdAt).toISOString(),
      ...(failure && { code: failures[failure.kind].code }),
      error: failure?.message ?? '',
      timings: { inference: completed?.inferenceMs ?? 0 },
      has_nsfw_contents: outputs.map(() => false),
    },
  }
}

/** A list of strings, unless a fault asks for the other forms that were seen. */
function asTold(outputs: string[], job: Job): unknown {
  if (job.fault?.name === 'outputs-objects') return outputs.map((url) => ({ url }))
  return job.fault?.name === 'outputs-string' && outputs.length > 0 ? outputs[0] : outputs
}
