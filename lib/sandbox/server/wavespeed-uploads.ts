import 'server-only'
import { randomUUID } from 'node:crypto'
import { answerInstead } from './answer-instead'
import type { Dialect } from './dialect'
import { at } from './faults'
import { bytes, json, type Reply } from './http-reply'
import { pictureExtension } from './picture-inputs'
import { readMultipart } from './read-body'
import { Refusal } from './refusal'
import { requestedFault } from './requested-fault'
import type { Exchange, Sandbox } from './sandbox'

/** Takes a picture as multipart field `file` and tells the URL to use in a submit. */
export async function upload(exchange: Exchange, sandbox: Sandbox, dialect: Dialect): Promise<Reply> {
  const fault =
    requestedFault(exchange.request, dialect.provider) ??
    sandbox.faults.take({ provider: dialect.provider, on: 'upload' })
  const instead = at(fault, 'instead')
  if (instead) return answerInstead(instead, dialect)
  const { files } = await readMultipart(exchange.request)
  const file = files.find(({ field }) => field === 'file')
  const extension = file && (await pictureExtension(file.bytes))
  if (!file || !extension)
    throw new Refusal(400, 'Send one JPEG, PNG, GIF or WebP picture as multipart field "file".')
  const name = `${randomUUID()}.${extension}`
  sandbox.store.putUpload(name, file.bytes)
  return json(200, {
    code: 200,
    message: 'success',
    data: {
      type: 'image',
      download_url: `${sandbox.origin}/wavespeed/uploads/${name}`,
      filename: file.name,
      size: file.bytes.length,
    },
  })
}

export function uploadIn(path: string): string | undefined {
  return /^\/uploads\/([^/]+)$/.exec(path)?.[1]
}

/** An uploaded picture, fetched without a key. */
export async function serveUpload(name: string, sandbox: Sandbox): Promise<Reply> {
  const content = await sandbox.store.readUpload(name)
  const extension = name.split('.')[1]
  return content
    ? bytes(`image/${extension === 'jpg' ? 'jpeg' : extension}`, content)
    : json(404, { error: 'There is no such upload, or it has expired.' })
}
