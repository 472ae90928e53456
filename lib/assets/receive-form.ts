import 'server-only'
import { Busboy } from '@fastify/busboy'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { PictureRefused, tooManyBytes } from './picture-refused'

export interface FormLimits {
  /** Files in all. */
  files: number
  /** Of one file. */
  fileBytes: number
  /** Of one text field. */
  fieldBytes: number
}

export interface ReceivedForm {
  fields: Map<string, string[]>
  /** In the order they came. */
  files: { field: string; path: string }[]
}

/**
 * Streams a multipart request into a folder of its own below `folder`, hands the form to `work`, and removes the files
 * whatever happens. Reading stops at the first byte over a limit. Throws `PictureRefused`.
 */
export async function withReceivedForm<T>(
  request: Request,
  { folder, limits }: { folder: string; limits: FormLimits },
  work: (form: ReceivedForm) => Promise<T>,
): Promise<T> {
  const announced = Number(request.headers.get('content-length'))
  // A megabyte for everything that is not the files themselves.
  const mostBytes = limits.files * limits.fileBytes + limits.fieldBytes + 1_000_000
  if (announced > mostBytes) throw tooManyBytes(limits.fileBytes, announced)

  await mkdir(folder, { recursive: true, mode: 0o700 })
  const own = await mkdtemp(join(folder, 'upload-'))
  try {
    return await work(await receive(request, own, limits))
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

async function receive(request: Request, folder: string, limits: FormLimits): Promise<ReceivedForm> {
  const parser = openParser(request, limits)
  const received: ReceivedForm = { fields: new Map(), files: [] }
  const writes: Promise<void>[] = []
  const stop = new AbortController()
  let failure: unknown
  const fail = (error: unknown) => {
    failure ??= error
    stop.abort(error)
  }

  parser.on('file', (field, stream) => {
    const path = join(folder, String(received.files.length))
    received.files.push({ field, path })
    stream.once('limit', () => fail(tooManyBytes(limits.fileBytes)))
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
    writes.push(pipeline(stream, file, { signal: stop.signal }).catch(fail))
  })
  parser.on('field', (name, value, _nameTruncated, truncated) => {
    if (truncated) fail(badUpload(`The field "${name}" is too long.`))
    received.fields.set(name, [...(received.fields.get(name) ?? []), value])
  })
  parser.on('filesLimit', () =>
    fail(badUpload(`At most ${limits.files} ${limits.files === 1 ? 'file' : 'files'} can be sent at once.`)),
  )
  parser.on('fieldsLimit', () => fail(badUpload('The form has too many fields.')))

  // Aborting destroys the request's stream, so nothing more is read from the network.
  await pipeline(bodyOf(request), parser, { signal: AbortSignal.any([stop.signal, request.signal]) }).catch(
    fail,
  )
  await Promise.all(writes)
  if (failure) throw explained(failure)
  return received
}

function openParser(request: Request, limits: FormLimits) {
  const contentType = request.headers.get('content-type') ?? ''
  const notAForm = 'The request is not multipart/form-data. Send the picture as a form file.'
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw badUpload(notAForm)
  try {
    const bounds = {
      files: limits.files,
      fileSize: limits.fileBytes,
      fieldSize: limits.fieldBytes,
      fields: 100,
    }
    return new Busboy({ headers: { 'content-type': contentType }, limits: bounds })
  } catch (cause) {
    throw badUpload(notAForm, cause)
  }
}

async function* bodyOf(request: Request): AsyncIterable<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function badUpload(message: string, cause?: unknown): PictureRefused {
  return new PictureRefused('bad-upload', message, { cause })
}

/** A full disk is our fault and stays as it is; what the parser or the connection says becomes a sentence. */
function explained(error: unknown): unknown {
  if (error instanceof PictureRefused) return error
  if (error instanceof Error && 'syscall' in error && 'path' in error) return error
  return badUpload('The upload broke off before it was complete. Try again.', error)
}
