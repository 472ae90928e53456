import 'server-only'
import type { IncomingMessage } from 'node:http'
import type { Model } from '@/lib/models/model'
import type { Dialect, SubmitBody } from './dialect'
import { bytes, json } from './http-reply'
import type { Failure } from './job'
import { readMultipart } from './read-body'
import { invalidFields, type Refusal } from './refusal'

/** ByteCompute Klein: multipart in, PNG bytes out, within one request. Errors are `{detail}`. */
export const bytecompute: Dialect = {
  provider: 'bytecompute',
  readSubmit,
  // The second spelling of the pictures is the one that holds links; the first holds files.
  pictureForms: (parameter) =>
    parameter.kind === 'images' && parameter.sameAs ? ['url', 'data-uri'] : ['file'],
  invalidStatus: 422,
  dropsUnknownFields: false,
  refusalBody: ({ message, options }: Refusal) => ({
    detail:
      options.issues?.map((issue) => ({
        loc: ['body', ...issue.path],
        msg: issue.message,
        type: 'value_error',
      })) ?? message,
  }),
  waits: () => true,
  submitted: async (job, sandbox) => {
    const output = job.state === 'completed' ? job.outputs[0] : undefined
    if (output) return bytes('image/png', await sandbox.store.readFile(job.id, output.file))
    if (job.state === 'failed') return json(statuses[job.failure.kind], { detail: job.failure.message })
    return json(500, { detail: 'The sandbox was stopped before the picture was done.' })
  },
}

const statuses: Record<Failure['kind'], number> = {
  moderation: 422,
  'not-understood': 422,
  'unreadable-picture': 422,
  generation: 500,
  timeout: 504,
  cancelled: 500,
  deleted: 500,
}

async function readSubmit(request: IncomingMessage, model: Model): Promise<SubmitBody> {
  const { fields: texts, files } = await readMultipart(request)
  const fields: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(texts)) {
    const row = model.parameters.find((parameter) => parameter.name === name)
    if (row?.kind !== 'images') fields[name] = text
    else if (row.sameAs) fields[name] = listIn(text, name)
    else throw invalidFields(422, [{ path: [name], message: `${name} must be sent as files.` }])
  }
  files.forEach(({ field }, index) => {
    const place = `file:${index}`
    const before = fields[field]
    fields[field] = Array.isArray(before) ? [...before, place] : [place]
  })
  return { fields, files }
}

function listIn(text: string, name: string): string[] {
  try {
    const list: unknown = text === '' ? [] : JSON.parse(text)
    if (Array.isArray(list) && list.every((entry) => typeof entry === 'string')) return list
  } catch {
    // Told below.
  }
  const message = `${name} must be a JSON array of URLs or base64 data URIs.`
  throw invalidFields(422, [{ path: [name], message }])
}
