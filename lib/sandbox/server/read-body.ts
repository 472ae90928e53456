import 'server-only'
import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { Refusal } from './refusal'

const jsonLimit = 30 * 1024 * 1024
const multipartLimit = 120 * 1024 * 1024

export interface UploadedFile {
  field: string
  name: string
  type: string
  bytes: Buffer
}
export interface Multipart {
  fields: Record<string, string>
  files: UploadedFile[]
}

/** Reads a JSON object; throws a `Refusal` if it is anything else or more than 30 MB. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await readBytes(request, jsonLimit)
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Told below: what was sent is not a JSON object either way.
  }
  throw new Refusal(400, 'The body must be a JSON object, sent with content-type application/json.')
}

/** Reads multipart/form-data of at most 120 MB; throws a `Refusal` if it is anything else. */
export async function readMultipart(request: IncomingMessage): Promise<Multipart> {
  const type = request.headers['content-type'] ?? ''
  const body = await readBytes(request, multipartLimit)
  if (!/^multipart\/form-data\b.*boundary=/i.test(type))
    throw new Refusal(422, 'The body must be multipart/form-data (curl: use -F, not -d).')
  try {
    return await parseMultipart(request.headers as BusboyHeaders, body)
  } catch {
    throw new Refusal(400, 'The multipart/form-data body is damaged: it ends too early or has no boundary.')
  }
}

function parseMultipart(headers: BusboyHeaders, body: Buffer): Promise<Multipart> {
  return new Promise((resolve, reject) => {
    const result: Multipart = { fields: {}, files: [] }
    const parser = new Busboy({ headers, limits: { fieldSize: multipartLimit, parts: 64 } })
    parser.on('field', (name, value) => (result.fields[name] = value))
    parser.on('file', (field, stream, name, _encoding, type) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', reject)
      stream.on('end', () =>
        result.files.push({ field, name: name ?? '', type, bytes: Buffer.concat(chunks) }),
      )
    })
    parser.on('error', reject)
    parser.on('finish', () => resolve(result))
    parser.end(body)
  })
}

/** The whole body. Beyond the limit the rest is let through unread, so that the 413 can still be received. */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else chunks.length = 0
    })
    request.on('error', reject)
    request.on('close', () => reject(new Error('The connection closed before the whole body had arrived.')))
    request.on('end', () => {
      if (size <= limit) resolve(Buffer.concat(chunks))
      else
        reject(new Refusal(413, `The body is larger than ${limit / 1024 / 1024} MB. Send smaller pictures.`))
    })
  })
}
