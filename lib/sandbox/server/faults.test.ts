import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { faultNames, infoOf, parseFault, type FaultName } from './faults'
import {
  getJson,
  key,
  pictureUrl,
  pollUntil,
  postJson,
  sandboxForTest,
  temporaryFolder,
} from './sandbox-for-tests'
import { openSandbox, type RunningSandbox } from './sandbox-server'

type Provider = 'vibedream' | 'wavespeed' | 'bytecompute'
interface Envelope {
  data: { id: string; status: string; code?: number; error: string; outputs: unknown; urls: { get: string } }
}

const paths = {
  vibedream: '/vibedream/api/v1/models/flux-2-klein-9b-edit/generate',
  wavespeed: '/wavespeed/api/v3/wavespeed-ai/flux-2-klein-base-9b/edit',
  bytecompute: '/bytecompute/v1/generate',
}
const finished = ['completed', 'failed', 'cancelled', 'timeout', 'deleted']
const isDone = ({ data }: Envelope) => finished.includes(data.status)

/** A good submit, with a fault asked for by its header. */
async function submit(sandbox: RunningSandbox, provider: Provider, fault?: string, signal?: AbortSignal) {
  const url = sandbox.origin + paths[provider]
  const headers: Record<string, string> = { ...key, ...(fault && { 'x-sandbox-fault': fault }) }
  if (provider === 'bytecompute') {
    const body = new FormData()
    body.set('prompt', 'a lake')
    return fetch(url, { method: 'POST', headers, body, signal })
  }
  // The seed decides the test engine's grey, and with it the length of the file.
  const body = JSON.stringify({ prompt: 'blur', images: [await pictureUrl(sandbox)], seed: 1 })
  return fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
    signal,
  })
}

/** A WaveSpeed job with a fault, asked for until it is over. */
async function finish(sandbox: RunningSandbox, fault: string): Promise<Envelope['data']> {
  const { data } = (await (await submit(sandbox, 'wavespeed', fault)).json()) as Envelope
  return (await pollUntil<Envelope>(data.urls.get, isDone)).data
}

/** That a submit has taken its job and is still without an answer a moment later; then its client goes away. */
async function expectNoAnswer(sandbox: RunningSandbox, provider: Provider, fault: string): Promise<void> {
  const before = sandbox.submits.length
  const leave = new AbortController()
  const answer = submit(sandbox, provider, fault, leave.signal)
  const refused = expect(answer).rejects.toThrow('aborted')
  while (sandbox.submits.length === before) await new Promise((resolve) => setTimeout(resolve, 5))
  setTimeout(() => leave.abort(), 100)
  await refused
}

const providers: Provider[] = ['vibedream', 'wavespeed', 'bytecompute']

describe.each(providers)('answers of %s that take no job', (provider) => {
  test.each<[string, number, Record<string, unknown>]>([
    ['unauthorized', 401, { text: 'Invalid API key.' }],
    ['forbidden', 403, {}],
    ['no-credit', 402, { text: 'Insufficient credits.' }],
    ['invalid-text', 422, { text: 'not accepted' }],
    ['invalid-list', 422, { text: '"loc":["body","prompt"]' }],
    ['rate-limited:7', 429, { retryAfter: '7' }],
    ['unavailable', 503, { retryAfter: '1' }],
    ['server-error', 500, {}],
    ['server-error:504', 504, {}],
    ['html-page', 502, { text: '<!doctype html>' }],
    ['bad-request', 400, {}],
  ])('%s', async (fault, status, expected) => {
    const sandbox = await sandboxForTest()
    const response = await submit(sandbox, provider, fault)
    expect(response.status).toBe(status)
    const text = await response.text()
    if (expected.text) expect(text).toContain(expected.text)
    if (expected.retryAfter) expect(response.headers.get('retry-after')).toBe(expected.retryAfter)
    const field = { vibedream: 'error', wavespeed: 'message', bytecompute: 'detail' }[provider]
    if (fault === 'server-error') expect(JSON.parse(text)).toHaveProperty(field)
    expect(sandbox.submits).toEqual([])
  })

  test('reset-before-body and hang', async () => {
    const sandbox = await sandboxForTest()
    await expect(submit(sandbox, provider, 'reset-before-body')).rejects.toThrow('fetch failed')
    await expect(submit(sandbox, provider, 'hang', AbortSignal.timeout(150))).rejects.toThrow('timeout')
    expect(sandbox.submits).toEqual([])
  })

  test('reset-after-body, hang-after-accept, truncated-body and truncated-json take the job', async () => {
    const sandbox = await sandboxForTest()
    await expect(submit(sandbox, provider, 'reset-after-body')).rejects.toThrow('fetch failed')
    expect(sandbox.submits).toHaveLength(1)
    await expectNoAnswer(sandbox, provider, 'hang-after-accept')
    expect(sandbox.submits).toHaveLength(2)
    const cut = await submit(sandbox, provider, 'truncated-body')
    await expect(cut.arrayBuffer()).rejects.toThrow('terminated')
    const half = await submit(sandbox, provider, 'truncated-json')
    await expect(half.json()).rejects.toThrow(/JSON/)
    expect(await (await submit(sandbox, provider, 'html-after-accept')).text()).toContain('<html>')
    expect(sandbox.submits).toHaveLength(5)
  })
})

test('slow-answer takes the job before it answers', async () => {
  const sandbox = await sandboxForTest()
  await expectNoAnswer(sandbox, 'vibedream', 'slow-answer:60000')
  expect(sandbox.submits).toHaveLength(1)
  expect((await submit(sandbox, 'vibedream', 'slow-answer:1')).status).toBe(200)
})

test('moderation as each provider tells it', async () => {
  const sandbox = await sandboxForTest()
  const flagged = 'Your request was flagged by content moderation. Please modify your prompt.'
  const { statusUrl } = (await (await submit(sandbox, 'vibedream', 'moderated')).json()) as {
    statusUrl: string
  }
  const failed = await pollUntil<{ status: string }>(statusUrl, ({ status }) => status !== 'processing')
  expect(failed).toMatchObject({ status: 'failed', outputs: null, error: flagged })
  expect(await finish(sandbox, 'moderated')).toMatchObject({ status: 'failed', code: 1200, error: flagged })
  const refused = await submit(sandbox, 'bytecompute', 'moderated')
  expect([refused.status, await refused.json()]).toEqual([422, { detail: flagged }])
  expect(sandbox.requests).toEqual([])
})

test('other ends of a job', async () => {
  const sandbox = await sandboxForTest()
  expect(await finish(sandbox, 'failed')).toMatchObject({ status: 'failed', code: 1403, outputs: [] })
  expect(await finish(sandbox, 'picture-unreadable')).toMatchObject({ status: 'failed', code: 1402 })
  for (const name of ['cancelled', 'timeout', 'deleted'])
    expect(await finish(sandbox, name)).toMatchObject({ status: name, outputs: [] })
  const late = await submit(sandbox, 'bytecompute', 'timeout')
  expect([late.status, await late.json()]).toEqual([504, { detail: expect.stringContaining('time limit') }])
})

test('stuck: never ends; a ByteCompute job ends with its connection', async () => {
  const dataFolder = temporaryFolder()
  const sandbox = await sandboxForTest({ dataFolder })
  const { data } = (await (await submit(sandbox, 'wavespeed', 'stuck')).json()) as Envelope
  for (let poll = 0; poll < 5; poll++)
    expect((await getJson<Envelope>(data.urls.get)).data.status).toBe('processing')
  await expectNoAnswer(sandbox, 'bytecompute', 'stuck')
  const jobs = () => readdirSync(join(dataFolder, 'jobs'))
  while (jobs().length > 1) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(jobs()).toEqual([data.id])
})

test('envelope-error: HTTP 200 with another code', async () => {
  const sandbox = await sandboxForTest()
  const response = await submit(sandbox, 'wavespeed', 'envelope-error:429')
  expect([response.status, await response.json()]).toEqual([200, { code: 429, message: expect.any(String) }])
  expect(sandbox.submits).toEqual([])
})

test('sync-timeout: processing with 5004, then the job goes on', async () => {
  const sandbox = await sandboxForTest()
  const { data } = (await (await submit(sandbox, 'wavespeed', 'sync-timeout')).json()) as Envelope
  expect(data).toMatchObject({ status: 'processing', code: 5004, error: 'Sync mode timed out', outputs: [] })
  expect((await pollUntil<Envelope>(data.urls.get, isDone)).data).toMatchObject({
    status: 'completed',
    error: '',
  })
})

test('foreign-status-url names another host; the job is found under its id', async () => {
  const sandbox = await sandboxForTest()
  const answer = await (await submit(sandbox, 'vibedream', 'foreign-status-url')).json()
  expect(answer).toMatchObject({ statusUrl: expect.stringMatching(/^https:\/\/status\.example\.invalid\//) })
  const { data } = (await (
    await submit(sandbox, 'wavespeed', 'foreign-status-url:http://127.0.0.1:9')
  ).json()) as Envelope
  expect(data.urls.get).toBe(`http://127.0.0.1:9/api/v3/predictions/${data.id}/result`)
  const url = `${sandbox.baseUrl('wavespeed')}/api/v3/predictions/${data.id}`
  expect((await pollUntil<Envelope>(url, isDone)).data.status).toBe('completed')
})

test('unknown-status for the given number of polls', async () => {
  const sandbox = await sandboxForTest()
  const { data } = (await (await submit(sandbox, 'wavespeed', 'unknown-status:2')).json()) as Envelope
  const seen: string[] = []
  await pollUntil<Envelope>(data.urls.get, (answer) => {
    seen.push(answer.data.status)
    return isDone(answer)
  })
  expect(seen.filter((status) => status === 'warming-up')).toHaveLength(2)
  expect(seen.at(-1)).toBe('completed')
})

test('forms of outputs', async () => {
  const sandbox = await sandboxForTest()
  const url = expect.stringMatching(/^http:.*\.png$/)
  expect((await finish(sandbox, 'outputs-string')).outputs).toEqual(url)
  expect((await finish(sandbox, 'outputs-objects')).outputs).toEqual([{ url }])
  expect((await finish(sandbox, 'no-outputs')).outputs).toEqual([])
  expect((await finish(sandbox, 'base64-raw')).outputs).toEqual([expect.stringMatching(/^iVBOR/)])
  expect((await finish(sandbox, 'base64-data-uri')).outputs).toEqual([
    expect.stringMatching(/^data:image\/png;base64,iVBOR/),
  ])
  const [jpeg] = (await finish(sandbox, 'jpeg-as-png')).outputs as string[]
  const response = await fetch(jpeg!)
  expect(jpeg).toMatch(/\.png$/)
  expect(response.headers.get('content-type')).toBe('image/png')
  expect((await sharp(await response.arrayBuffer()).metadata()).format).toBe('jpeg')
})

test('polls that go wrong, then right', async () => {
  const sandbox = await sandboxForTest()
  const poll = async (fault: string) => {
    const { data } = (await (await submit(sandbox, 'wavespeed', fault)).json()) as Envelope
    return { url: data.urls.get, first: () => fetch(data.urls.get, { headers: key }) }
  }
  const failing = await poll('poll-500:2')
  expect([(await failing.first()).status, (await failing.first()).status]).toEqual([500, 500])
  expect((await pollUntil<Envelope>(failing.url, isDone)).data.status).toBe('completed')

  const limited = await poll('poll-429:3')
  const answer = await limited.first()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3'])
  expect((await pollUntil<Envelope>(limited.url, isDone)).data.status).toBe('completed')

  const garbage = await poll('poll-garbage')
  await expect((await garbage.first()).json()).rejects.toThrow(/JSON/)
  expect((await pollUntil<Envelope>(garbage.url, isDone)).data.status).toBe('completed')

  expect((await (await poll('poll-html')).first()).headers.get('content-type')).toContain('text/html')
  await expect((await poll('poll-reset')).first()).rejects.toThrow('fetch failed')
  const hanging = await poll('poll-hang')
  await expect(fetch(hanging.url, { headers: key, signal: AbortSignal.timeout(500) })).rejects.toThrow(
    'timeout',
  )
  expect((await hanging.first()).status).toBe(200)
  for (const [fault, status] of [
    ['poll-401', 401],
    ['poll-404', 404],
  ] as const) {
    const lost = await poll(fault)
    expect([(await lost.first()).status, (await lost.first()).status]).toEqual([status, status])
  }
})

test('downloads that go wrong', async () => {
  const sandbox = await sandboxForTest()
  const output = async (fault: string) => {
    const [url] = (await finish(sandbox, fault)).outputs as string[]
    return url!
  }
  expect((await fetch(await output('expired-output'))).status).toBe(404)
  expect((await fetch(await output('expired-output:403'))).status).toBe(403)
  const page = await fetch(await output('output-html'))
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const failing = await output('output-500')
  expect([(await fetch(failing)).status, (await fetch(failing)).status]).toEqual([500, 200])
  const truncated = await output('output-truncated')
  await expect((await fetch(truncated)).arrayBuffer()).rejects.toThrow('terminated')
  const whole = await (await fetch(truncated)).arrayBuffer()
  expect((await sharp(whole).metadata()).width).toBe(60)
  const short = await (await fetch(await output('output-short'))).arrayBuffer()
  expect(short.byteLength).toBe(Math.floor(whole.byteLength / 2))
  const slow = await fetch(await output('output-slow:40'))
  expect((await slow.arrayBuffer()).byteLength).toBe(whole.byteLength)
  const hanging = await output('output-hang')
  await expect(fetch(hanging, { signal: AbortSignal.timeout(500) })).rejects.toThrow('timeout')
  expect((await fetch(hanging)).status).toBe(200)
})

test('queued faults are taken in order by what they fit', async () => {
  const sandbox = await sandboxForTest()
  const url = await pictureUrl(sandbox)
  const send = async () =>
    (await postJson(sandbox.origin + paths.wavespeed, { prompt: 'blur', images: [url] })).status
  sandbox.faults.add('server-error', { provider: 'vibedream' })
  sandbox.faults.add('rate-limited', { times: 2, argument: 1 })
  sandbox.faults.add('unavailable', { on: 'upload' })
  expect([await send(), await send(), await send()]).toEqual([429, 429, 200])
  await expect(pictureUrl(sandbox)).rejects.toThrow()
  expect(sandbox.submits).toHaveLength(1)
  expect((await submit(sandbox, 'vibedream')).status).toBe(500)
})

test('a fault for every request, and what is no fault', async () => {
  const sandbox = await sandboxForTest({ fault: 'no-credit' })
  expect((await submit(sandbox, 'bytecompute')).status).toBe(402)
  expect((await submit(sandbox, 'bytecompute', 'unauthorized')).status).toBe(401)
  for (const [fault, sentence] of [
    ['nothing', 'no fault "nothing"'],
    ['rate-limited:soon', 'whole number of seconds'],
    ['moderated:1', 'takes nothing'],
    ['outputs-string', 'only for wavespeed'],
  ] as const) {
    const response = await submit(sandbox, 'bytecompute', fault)
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining(sentence.replaceAll('"', '\\"')),
    ])
  }
  const options = { port: 0, dataFolder: temporaryFolder(), engine: () => Promise.reject(new Error()) }
  await expect(openSandbox({ ...options, fault: 'nothing' })).rejects.toThrow('knows no fault')
})

test('every fault says what it does in one sentence', () => {
  expect(faultNames.length).toBeGreaterThan(40)
  for (const name of faultNames) {
    expect(parseFault(name)).toEqual({ name, argument: undefined })
    expect(infoOf({ name: name as FaultName }).does).toMatch(/^[A-Z].*\.$/)
  }
})
