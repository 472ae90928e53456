import 'server-only'
import { receivePictures } from '@/lib/assets/receive-upload'
import type { Diptych } from '@/lib/compose'
import type { Model, ModelValues } from '@/lib/models/model'
import type { Parameter } from '@/lib/models/parameter'
import { isPictureRow } from '@/lib/predictions/pictures-in'
import { ApiError } from './api-error'

/** Bytes: a few pictures as data URIs. */
const mostJsonBytes = 150_000_000
const mostFormFiles = 16

/** The parsed JSON body; throws `ApiError` for one that is none, or too large. */
export async function readJson(request: Request, mostBytes = mostJsonBytes): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > mostBytes)
      throw new ApiError(
        413,
        'too-large',
        mostBytes === mostJsonBytes
          ? 'The body is over 150 MB. Send pictures by POST /api/v1/uploads instead.'
          : `The body is over ${mostBytes / 1000} kB, which is more than anything that is asked for here.`,
      )
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new ApiError(400, 'not-json', 'The body is not JSON. Check its quotes and commas.')
  }
}

/** A model's values from a JSON or multipart body, in which files are pictures. */
export async function readModelValues(request: Request, model: Model, server: Diptych): Promise<ModelValues> {
  if (request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return readForm(request, model, server)
  const body = await readJson(request)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as ModelValues
  throw new ApiError(400, 'not-an-object', 'The body must be a JSON object with the model’s parameters.')
}

async function readForm(
  request: Request,
  model: Model,
  { uploadFolder, library }: Diptych,
): Promise<ModelValues> {
  const form = await receivePictures(request, { folder: uploadFolder, library, files: mostFormFiles })
  const values: ModelValues = {}
  for (const [name, texts] of form.fields) {
    const row = model.parameters.find((parameter) => parameter.name === name)
    values[name] = texts.length > 1 ? texts : readField(row, texts[0] ?? '')
  }
  for (const { field, asset } of form.pictures) {
    const row = model.parameters.find((parameter) => parameter.name === field)
    if (!row || !isPictureRow(row))
      throw new ApiError(422, 'invalid-input', `${model.title} takes no file "${field}".`)
    values[field] = row.kind === 'images' ? [...((values[field] as string[]) ?? []), asset.id] : asset.id
  }
  return values
}

/** A form knows only texts; what can't be read stays as it is, for the schema to name. */
function readField(row: Parameter | undefined, text: string): unknown {
  if (row?.kind === 'integer' || row?.kind === 'number' || row?.kind === 'seed')
    return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
  if (row?.kind === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  return text
}
