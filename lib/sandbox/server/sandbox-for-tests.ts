import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { onTestFinished } from 'vitest'
import type { EngineReport } from '@/lib/models/engine-report'
import { NotUnderstood, type EngineRequest } from '@/lib/sandbox/engine/engine'
import type { Engine } from './render-job'
import { openSandbox, type RunningSandbox, type SandboxOptions } from './sandbox-server'

export const key = { authorization: 'Bearer sandbox' }

export const reportForTests: EngineReport = { engine: 'fake', version: '0', seed: 1, steps: [], undone: [] }

/** An engine that fills the picture with one grey by the seed; "nonsense" is not understood. */
export function fakeEngine(): { engine: Engine; requests: EngineRequest[] } {
  const requests: EngineRequest[] = []
  const engine: Engine = async (request) => {
    requests.push(request)
    if (request.instruction.includes('nonsense')) throw new NotUnderstood('I can do: blur, sepia.')
    const first = request.images[0] && (await sharp(request.images[0]).metadata())
    const { width, height } = request.size ?? first ?? { width: 1024, height: 1024 }
    const pixels = Buffer.alloc(width * height * 3, request.seed % 256)
    return { pixels, width, height, channels: 3, report: reportForTests }
  }
  return { engine, requests }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A sandbox on a free port that takes no time, closed when the test ends. */
export async function sandboxForTest(
  options: Partial<SandboxOptions> = {},
): Promise<RunningSandbox & { requests: EngineRequest[] }> {
  const { engine, requests } = fakeEngine()
  const dataFolder = options.dataFolder ?? temporaryFolder()
  const sandbox = await openSandbox({ port: 0, dataFolder, engine, latencyMs: [0, 0], ...options })
  onTestFinished(() => sandbox.close())
  return { ...sandbox, requests }
}

export function picture(width = 60, height = 40, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c04020' } })
    .toFormat(format)
    .toBuffer()
}

/** A picture under a URL, by way of the sandbox's own uploads. */
export async function pictureUrl(sandbox: RunningSandbox, bytes?: Buffer): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes ?? (await picture()))]), 'red.png')
  const url = `${sandbox.baseUrl('wavespeed')}/api/v3/media/upload/binary`
  const response = await fetch(url, { method: 'POST', headers: key, body: form })
  return ((await response.json()) as { data: { download_url: string } }).data.download_url
}

export function postJson(url: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...key, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

export async function getJson<T = Record<string, unknown>>(url: string): Promise<T> {
  return (await (await fetch(url, { headers: key })).json()) as T
}

/** Asks until `done` likes the answer. */
export async function pollUntil<T>(url: string, done: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await getJson<T>(url)
    if (done(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
