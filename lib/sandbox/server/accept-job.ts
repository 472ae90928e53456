import 'server-only'
import { randomInt, randomUUID } from 'node:crypto'
import { parameterWithRole, type Model, type ModelValues } from '@/lib/models/model'
import { mergeSpellings } from '@/lib/models/request-body'
import { schemaFor } from '@/lib/models/schema'
import type { Dialect, SubmitBody } from './dialect'
import type { Fault } from './faults'
import type { Job } from './job'
import { keepPicture, pictureIssues, referencesIn, withoutPictures } from './picture-references'
import { invalidFields } from './refusal'
import type { Sandbox } from './sandbox'

/**
 * Checks a submit against the model's table and takes it: counted in the log and stored when it returns, not yet
 * started. Throws a `Refusal` that names every field at fault.
 */
export function acceptJob(
  model: Model,
  body: SubmitBody,
  dialect: Dialect,
  sandbox: Sandbox,
  fault: Fault | undefined,
): Job {
  const values = checked(model, body, dialect)
  const id = randomUUID()
  const createdAt = Date.now()
  const merged = mergeSpellings(model, values)
  const keep = (reference: string, name: string) => keepPicture(reference, name, id, body, sandbox)
  const pictures = referencesIn(parameterWithRole(model, 'images'), merged)
  const [mask] = referencesIn(parameterWithRole(model, 'mask'), merged)
  const job: Job = {
    id,
    provider: dialect.provider,
    modelId: model.id,
    createdAt,
    readyAt: createdAt + sandbox.latency(),
    state: 'created',
    values: withoutPictures(model, values),
    pictures: pictures.map((reference, index) => keep(reference, `input-${index}`)),
    ...(mask !== undefined && { mask: keep(mask, 'mask') }),
    seed: seedOf(model, values),
    ...(fault && { fault }),
  }
  sandbox.submitLog.add({
    provider: dialect.provider,
    modelId: model.id,
    jobId: id,
    at: new Date(createdAt).toISOString(),
    body: summary(body),
  })
  sandbox.store.put(job)
  return job
}

/** The values as the table reads them, with every problem of the fields told at once. */
function checked(model: Model, body: SubmitBody, dialect: Dialect): ModelValues {
  const known = Object.entries(body.fields).filter(([name]) =>
    model.parameters.some((parameter) => parameter.name === name),
  )
  const fields = dialect.dropsUnknownFields ? Object.fromEntries(known) : body.fields
  const parsed = schemaFor(model).safeParse(fields)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({
      path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      message,
    }))
    throw invalidFields(dialect.invalidStatus, issues)
  }
  const issues = pictureIssues(model, parsed.data, dialect)
  if (issues.length > 0) throw invalidFields(dialect.invalidStatus, issues)
  return parsed.data
}

/** The seed given, else one drawn from the table's range. */
function seedOf(model: Model, values: ModelValues): number {
  const row = parameterWithRole(model, 'seed')
  const given = row && values[row.name]
  if (typeof given === 'number') return given
  return row?.kind === 'seed' ? randomInt(row.min, row.max + 1) : randomInt(2 ** 31)
}

function summary({ fields, files }: SubmitBody): Record<string, unknown> {
  const short = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(short)
    if (typeof value !== 'string') return value
    const file = /^file:(\d+)$/.exec(value)?.[1]
    const upload = file === undefined ? undefined : files[Number(file)]
    if (upload) return `<${upload.type}, ${upload.bytes.length} bytes>`
    return value.length > 200 ? `${value.slice(0, 200)}…` : value
  }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, short(value)]))
}
