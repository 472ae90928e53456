import 'server-only'
import { randomInt, randomUUID } from 'node:crypto'
import { parameterWithRole, type Model, type ModelValues } from '@/lib/models/model'
import { labelOf, type ParameterOf } from '@/lib/models/parameter'
import { mergeSpellings } from '@/lib/models/request-body'
import { schemaFor } from '@/lib/models/schema'
import type { Dialect, PictureForm, SubmitBody } from './dialect'
import type { Fault } from './faults'
import type { Job, PictureSource } from './job'
import { readDataUri } from './picture-inputs'
import { invalidFields, type Issue } from './refusal'
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
  const source = (reference: unknown, name: string) =>
    keep(String(reference), name, id, body, sandbox) satisfies PictureSource
  const pictures = valueOf(parameterWithRole(model, 'images'), merged)
  const mask = valueOf(parameterWithRole(model, 'mask'), merged)[0]
  const job: Job = {
    id,
    provider: dialect.provider,
    modelId: model.id,
    createdAt,
    readyAt: createdAt + sandbox.latency(),
    state: 'created',
    values: withoutPictures(model, values),
    pictures: pictures.map((reference, index) => source(reference, `input-${index}`)),
    ...(mask !== undefined && { mask: source(mask, 'mask') }),
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

type PictureParameter = ParameterOf<'image' | 'images' | 'mask'>

function pictureParameters(model: Model): PictureParameter[] {
  return model.parameters.filter(
    (row): row is PictureParameter => row.kind === 'image' || row.kind === 'images' || row.kind === 'mask',
  )
}

function pictureIssues(model: Model, values: ModelValues, dialect: Dialect): Issue[] {
  return pictureParameters(model).flatMap((parameter) => {
    const forms = dialect.pictureForms(parameter)
    return valueOf(parameter, values).flatMap((reference, index) =>
      forms.some((form) => hasForm[form](reference))
        ? []
        : [
            {
              path: parameter.kind === 'images' ? [parameter.name, index] : [parameter.name],
              message: `${labelOf(parameter)}: give each picture as ${forms.map((form) => formInWords[form]).join(' or ')}.`,
            },
          ],
    )
  })
}

const hasForm: Record<PictureForm, (reference: string) => boolean> = {
  url: (reference) => /^https?:\/\//i.test(reference) && URL.canParse(reference),
  'data-uri': (reference) => readDataUri(reference) !== undefined,
  file: (reference) => /^file:\d+$/.test(reference),
}
const formInWords: Record<PictureForm, string> = {
  url: 'an http or https URL',
  'data-uri': 'a data URI (data:image/png;base64,…)',
  file: 'an uploaded file',
}

function valueOf(parameter: { name: string } | undefined, values: ModelValues): string[] {
  const value = parameter && values[parameter.name]
  return value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [value as string]
}

/** Bytes that came with the request are kept beside the job; a URL is fetched when the job runs. */
function keep(
  reference: string,
  name: string,
  id: string,
  body: SubmitBody,
  sandbox: Sandbox,
): PictureSource {
  const file = /^file:(\d+)$/.exec(reference)?.[1]
  const bytes = file === undefined ? readDataUri(reference) : body.files[Number(file)]!.bytes
  if (!bytes) return { url: reference }
  sandbox.store.putFile(id, name, bytes)
  return { file: name }
}

function withoutPictures(model: Model, values: ModelValues): ModelValues {
  const pictures = pictureParameters(model).map(({ name }) => name)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !pictures.includes(name)))
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
