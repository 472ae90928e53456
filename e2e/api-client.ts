import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'
import { root } from './diptych-server'

/** What `POST …/generate` answers. */
export interface Accepted {
  id: string
  status: string
  statusUrl: string
  estimatedTime: string
  costCents: number
  createdAt: string
}

/** Every refusal of the API. */
export interface RefusalBody {
  error: string
  code: string
  issues?: { path: string; message: string }[]
}

export interface Answer<T> {
  status: number
  body: T
}

/** A picture that comes with the product: a JPEG. */
export const sampleFile = path.join(root, 'public/samples/animal-cat.jpg')

export function samplePicture(): Buffer {
  return fs.readFileSync(sampleFile)
}

/** Uploads bytes as the multipart field `file`. */
export async function upload(
  url: string,
  bytes: Buffer = samplePicture(),
): Promise<Answer<Asset & { url: string }>> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'picture')
  const response = await fetch(`${url}/api/v1/uploads`, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as Asset & { url: string } }
}

/** Posts JSON and reads the JSON that comes back. */
export async function postJson<T>(
  address: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as T }
}

export async function generate<T = Accepted>(
  url: string,
  model: string,
  values: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  return postJson(`${url}/api/v1/models/${model}/generate`, values, headers)
}

/** Polls as the seed pages say, until it is completed or failed. */
export async function finished(url: string, id: string): Promise<PredictionView> {
  for (;;) {
    const response = await fetch(`${url}/api/v1/predictions/${id}`)
    if (!response.ok) throw new Error(`Polling ${id} answered ${response.status}.`)
    const view = (await response.json()) as PredictionView
    if (view.status !== 'processing') return view
    await sleep(100)
  }
}

/** Whether the real curl is here; without it the seeds' lines can't be run to the letter. */
export const hasCurl = spawnSync('curl', ['--version']).status === 0

/** Runs a command line as a person would paste it, and reads the JSON it prints. */
export function paste<T>(commandLine: string, env: Record<string, string>): T {
  const output = execFileSync('bash', ['-c', commandLine], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(output) as T
}

/** A request with headers that fetch would not let anyone set, such as Host. */
export function rawRequest(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; headers: http.IncomingHttpHeaders; bytes: Buffer; text: string }> {
  return new Promise((resolve, reject) => {
    const { method, headers, body } = options
    const request = http.request(url, { method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        request.destroy()
        const bytes = Buffer.concat(parts)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          text: bytes.toString(),
        })
      })
    })
    request.on('error', reject)
    // With a Content-Length of more than the body the request stays open: the answer must come all the same.
    if (headers?.['content-length']) request.write(body ?? '')
    else request.end(body)
  })
}
