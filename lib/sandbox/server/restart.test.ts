import { appendFileSync, readdirSync, utimesSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { JobStore } from './job-store'
import { openSandbox } from './sandbox-server'
import {
  fakeEngine,
  picture,
  pictureUrl,
  pollUntil,
  postJson,
  sandboxForTest,
  temporaryFolder,
} from './sandbox-for-tests'
import { readSubmitLog } from './submit-log'

const path = '/wavespeed/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit'
interface Envelope {
  data: { id: string; status: string; outputs: string[]; urls: { get: string } }
}
const isDone = ({ data }: Envelope) => data.status === 'completed' || data.status === 'failed'

test('a job goes on under its id and seed after a restart on another port; its upload too', async () => {
  const dataFolder = temporaryFolder()
  const seeds: number[] = []
  const first = await openSandbox({
    port: 0,
    dataFolder,
    latencyMs: [0, 0],
    // Dies with the process: it never draws.
    engine: (request, signal) => {
      seeds.push(request.seed)
      return new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)))
    },
  })
  const body = { prompt: 'blur', images: [await pictureUrl(first)] }
  const { data } = (await (await postJson(first.origin + path, body)).json()) as Envelope
  await pollUntil<Envelope>(data.urls.get, (answer) => answer.data.status === 'processing')
  await first.close()

  const second = await sandboxForTest({ dataFolder })
  const url = `${second.baseUrl('wavespeed')}/api/v3/predictions/${data.id}/result`
  const done = await pollUntil<Envelope>(url, isDone)
  expect(done.data.status).toBe('completed')
  expect(second.requests.map(({ seed }) => seed)).toEqual(seeds)
  expect((await fetch(done.data.outputs[0]!)).status).toBe(200)
  expect(second.submits).toEqual([])
  expect(readSubmitLog(dataFolder).map(({ jobId }) => jobId)).toEqual([data.id])

  await second.close()
  const third = await sandboxForTest({ dataFolder })
  const again = `${third.baseUrl('wavespeed')}/api/v3/predictions/${data.id}/result`
  expect((await pollUntil<Envelope>(again, isDone)).data.status).toBe('completed')
  expect(third.requests).toEqual([])
})

test('a resumed job waits for the app that serves its picture to come up again', async () => {
  const dataFolder = temporaryFolder()
  const bytes = await picture()
  const app = createServer((_, response) => response.end(bytes))
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  const { port } = app.address() as AddressInfo
  const first = await openSandbox({
    port: 0,
    dataFolder,
    engine: fakeEngine().engine,
    latencyMs: [60_000, 60_000],
  })
  const body = { prompt: 'blur', images: [`http://127.0.0.1:${port}/picture.png`] }
  const { data } = (await (await postJson(first.origin + path, body)).json()) as Envelope
  await first.close()
  await new Promise((resolve) => app.close(resolve))

  const store = new JobStore(dataFolder)
  store.put({ ...store.get(data.id)!, readyAt: 0 })
  const second = await sandboxForTest({ dataFolder })
  await new Promise<void>((resolve) => app.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => void app.close())
  const url = `${second.baseUrl('wavespeed')}/api/v3/predictions/${data.id}/result`
  expect((await pollUntil<Envelope>(url, isDone)).data.status).toBe('completed')
})

test('what is older than a day is swept at the start, and a job of which no whole record exists', async () => {
  const dataFolder = temporaryFolder()
  const store = new JobStore(dataFolder)
  const order = {
    provider: 'vibedream',
    modelId: 'flux-dev',
    readyAt: 0,
    values: {},
    pictures: [] as never[],
    seed: 1,
  } as const
  const old = '550e8400-e29b-41d4-a716-446655440000'
  const young = '550e8400-e29b-41d4-a716-446655440001'
  const half = '550e8400-e29b-41d4-a716-446655440002'
  const day = 24 * 60 * 60 * 1000
  store.put({ ...order, id: old, createdAt: Date.now() - day - 1000, state: 'created' })
  store.put({ ...order, id: young, createdAt: Date.now() - day + 60_000, state: 'created' })
  store.putFile(half, 'input-0', Buffer.from('x'))
  store.putUpload('old.png', Buffer.from('x'))
  store.putUpload('young.png', Buffer.from('x'))
  utimesSync(join(dataFolder, 'uploads', 'old.png'), 0, 0)
  const swept = new JobStore(dataFolder)
  expect(swept.unfinished().map(({ id }) => id)).toEqual([young])
  expect(readdirSync(join(dataFolder, 'jobs'))).toEqual([young])
  expect(readdirSync(join(dataFolder, 'uploads'))).toEqual(['young.png'])
})

test('the submit log leaves out a line that was cut off', async () => {
  const sandbox = await sandboxForTest({ dataFolder: temporaryFolder() })
  await sandbox.close()
  const dataFolder = temporaryFolder()
  expect(readSubmitLog(dataFolder)).toEqual([])
  appendFileSync(join(dataFolder, 'submits.log'), '{"jobId":"a"}\n{"job')
  expect(readSubmitLog(dataFolder)).toEqual([{ jobId: 'a' }])
})

test('a taken port is told in a sentence', async () => {
  const { port } = await sandboxForTest()
  const options = { port, dataFolder: temporaryFolder(), engine: fakeEngine().engine }
  await expect(openSandbox(options)).rejects.toThrow(`port ${port} is in use. Set SANDBOX_PORT`)
})
