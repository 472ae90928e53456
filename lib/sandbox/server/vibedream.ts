import 'server-only'
import { parameterWithRole, priceOf } from '@/lib/models/model'
import { modelById } from '@/lib/models/registry'
import type { Dialect } from './dialect'
import { textOf } from './faults'
import { json } from './http-reply'
import { hasEnded, type Job } from './job'
import { toldOutputs } from './outputs'
import { readJson } from './read-body'
import type { Sandbox } from './sandbox'

/**
 * VibeDream as its three pages describe it: submit, poll, sync mode, base64. The pages are silent on error bodies;
 * here they are `{error, issues?}`.
 */
export const vibedream: Dialect = {
  provider: 'vibedream',
  readSubmit: async (request) => ({ fields: await readJson(request), files: [] }),
  // "Pass a public image URL": data URIs are not on the pages.
  pictureForms: () => ['url'],
  invalidStatus: 422,
  dropsUnknownFields: false,
  refusalBody: ({ message, options }) => ({
    error: message,
    ...(options.issues && { issues: options.issues }),
  }),
  waits: (job) => flag(job, 'sync'),
  submitted: async (job, sandbox) =>
    json(200, hasEnded(job) ? await prediction(job, sandbox) : submission(job, sandbox)),
  polls: {
    idIn: (path) => /^\/api\/v1\/predictions\/([^/]+)$/.exec(path)?.[1],
    prediction,
  },
}

/** Whether the request set the row with this role. */
export function flag(job: Job, role: 'sync' | 'base64'): boolean {
  const row = parameterWithRole(modelById(job.modelId), role)
  return row !== undefined && job.values[row.name] === true
}

function submission(job: Job, sandbox: Sandbox) {
  const model = modelById(job.modelId)
  const origin = job.fault?.name === 'foreign-status-url' ? textOf(job.fault) : `${sandbox.origin}/vibedream`
  return {
    id: job.id,
    status: 'processing',
    statusUrl: `${origin}/api/v1/predictions/${job.id}`,
    estimatedTime: model.usualSeconds ? `${model.usualSeconds.join('-')}s` : 'Variable, depending on task',
    costCents: priceOf(model, job.values),
    createdAt: new Date(job.createdAt).toISOString(),
  }
}

/** The line before a job, beyond what the provider's page has: readers are lenient. */
export function queuePosition(job: Job, { runner }: Sandbox): { queuePosition?: number } {
  const ahead = runner.ahead(job.id)
  return ahead ? { queuePosition: ahead } : {}
}

async function prediction(job: Job, sandbox: Sandbox, status?: string) {
  const model = modelById(job.modelId)
  const shown = status ? undefined : job
  return {
    id: job.id,
    modelId: model.id,
    modelName: model.title,
    status: status ?? (hasEnded(job) ? job.state : 'processing'),
    outputs: shown?.state === 'completed' ? await toldOutputs(shown, flag(job, 'base64'), sandbox) : null,
    error: shown?.state === 'failed' ? shown.failure.message : null,
    ...queuePosition(job, sandbox),
    createdAt: new Date(job.createdAt).toISOString(),
    completedAt: shown && 'endedAt' in shown ? new Date(shown.endedAt).toISOString() : null,
  }
}
