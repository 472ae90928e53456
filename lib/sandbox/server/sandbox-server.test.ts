import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import {
  getJson,
  pictureUrl,
  pollUntil,
  postJson,
  sandboxForTest,
  temporaryFolder,
  reportForTests,
} from './sandbox-for-tests'
import { readSubmitLog } from './submit-log'

const klein = '/vibedream/api/v1/models/flux-2-klein-9b-edit/generate'
interface Prediction {
  id: string
  status: string
  statusUrl: string
  error: string | null
}

/** Starts a sandbox in a process of its own, with an engine that never ends. */
async function sandboxProcess(dataFolder: string) {
  const script = `
    import { openSandbox } from '@/lib/sandbox/server/sandbox-server'
    const engine = () => new Promise(() => {})
    const sandbox = await openSandbox({ port: 0, dataFolder: ${JSON.stringify(dataFolder)}, engine })
    console.log(sandbox.origin)`
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const flags = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', script]
  const child = spawn(process.execPath, flags, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [origin] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, origin }
}

test('killed with SIGKILL after its answer, it has the job and its one line in the log', async () => {
  const dataFolder = temporaryFolder()
  const { child, origin } = await sandboxProcess(dataFolder)
  const pictures = await sandboxForTest()
  const body = { prompt: 'blur', images: [await pictureUrl(pictures)] }
  const { id } = (await (await postJson(origin + klein, body)).json()) as Prediction
  child.kill('SIGKILL')
  await once(child, 'exit')

  expect(readSubmitLog(dataFolder)).toMatchObject([{ provider: 'vibedream', jobId: id, body }])
  const again = await sandboxForTest({ dataFolder })
  const url = `${again.baseUrl('vibedream')}/api/v1/predictions/${id}`
  const done = await pollUntil<Prediction>(url, ({ status }) => status !== 'processing')
  expect(done).toMatchObject({ status: 'completed', id })
  expect(readSubmitLog(dataFolder)).toHaveLength(1)
})

test('jobs take their pretended time and the engine draws for one at a time', async () => {
  let drawing = 0
  let most = 0
  const sandbox = await sandboxForTest({
    latencyMs: [300, 400],
    engine: async () => {
      most = Math.max(most, ++drawing)
      await new Promise((resolve) => setTimeout(resolve, 20))
      drawing -= 1
      return { pixels: Buffer.alloc(3), width: 1, height: 1, channels: 3, report: reportForTests }
    },
  })
  const images = [await pictureUrl(sandbox)]
  const jobs = await Promise.all(
    [1, 2, 3].map(async (seed) => {
      const answer = await postJson(sandbox.origin + klein, { prompt: 'x', images, seed })
      return (await answer.json()) as Prediction
    }),
  )
  for (const { statusUrl } of jobs) {
    const done = await pollUntil<{ status: string; createdAt: string; completedAt: string }>(
      statusUrl,
      ({ status }) => status !== 'processing',
    )
    expect(done.status).toBe('completed')
    expect(Date.parse(done.completedAt) - Date.parse(done.createdAt)).toBeGreaterThanOrEqual(299)
  }
  expect(most).toBe(1)
})

test('an engine that breaks fails the job with its reason', async () => {
  const sandbox = await sandboxForTest({ engine: () => Promise.reject(new Error('out of ink')) })
  const body = { prompt: 'x', images: [await pictureUrl(sandbox)], enable_sync_mode: true }
  const done = (await (await postJson(sandbox.origin + klein, body)).json()) as Prediction
  expect(done).toMatchObject({ status: 'failed', error: expect.stringContaining('out of ink') })
})

test('an endless picture ends at 50 MB', async () => {
  const endless = createServer((_, response) => {
    const more = () => response.destroyed || response.write(Buffer.alloc(1024 * 1024), more)
    more()
  })
  endless.listen(0, '127.0.0.1')
  await once(endless, 'listening')
  onTestFinished(() => void endless.close())
  const sandbox = await sandboxForTest()
  const image = `http://127.0.0.1:${(endless.address() as AddressInfo).port}/`
  const body = { prompt: 'x', images: [image], enable_sync_mode: true }
  const done = (await (await postJson(sandbox.origin + klein, body)).json()) as Prediction
  expect(done.error).toContain('larger than 50 MB')
})

test('a body beyond 30 MB is refused with 413 and the server goes on', async () => {
  const sandbox = await sandboxForTest()
  const response = await postJson(sandbox.origin + klein, { prompt: 'x'.repeat(31 * 1024 * 1024) })
  expect(response.status).toBe(413)
  expect(await response.json()).toEqual({ error: expect.stringContaining('30 MB') })
  expect(await getJson(sandbox.origin)).toEqual({ error: expect.stringContaining('/wavespeed') })
})

test('a page that reached it by another name (DNS rebinding) is refused', async () => {
  const sandbox = await sandboxForTest()
  const call = request(sandbox.origin, { headers: { host: 'evil.example' } })
  call.end()
  const [response] = await once(call, 'response')
  response.resume()
  expect(response.statusCode).toBe(403)
})

test('a job that waits for the engine tells how many are before it', async () => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const sandbox = await sandboxForTest({
    latencyMs: [0, 0],
    engine: async () => {
      begin()
      await gate
      return { pixels: Buffer.alloc(3), width: 1, height: 1, channels: 3, report: reportForTests }
    },
  })
  const images = [await pictureUrl(sandbox)]
  const ids: string[] = []
  for (const seed of [1, 2, 3]) {
    const answer = await postJson(sandbox.origin + klein, { prompt: 'x', images, seed })
    const { id } = (await answer.json()) as Prediction
    ids.push(id)
    // Its pictures are fetched first; then it stands in line. The next is sent once this one stands there.
    const url = `${sandbox.baseUrl('vibedream')}/api/v1/predictions/${id}`
    if (seed === 1) await begun
    else
      await pollUntil<Prediction & { queuePosition?: number }>(url, (one) => one.queuePosition === seed - 1)
  }
  release()
  for (const id of ids) {
    const url = `${sandbox.baseUrl('vibedream')}/api/v1/predictions/${id}`
    const done = await pollUntil<Prediction>(url, ({ status }) => status !== 'processing')
    expect(done).not.toHaveProperty('queuePosition')
  }
})
