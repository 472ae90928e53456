import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import {
  reply,
  resetAfterBody,
  startScriptedServer,
  truncated,
  type Answer,
} from '@/lib/testing/scripted-server'
import { finished, generate, postJson, upload } from './api-client'
import { root } from './diptych-server'
import { expect, test } from './test'

const secrets = {
  VIBEDREAM_API_KEY: 'vd-9f1c-very-secret-6b7e',
  WAVESPEED_API_KEY: 'ws-77aa-very-secret-01d4',
  BYTECOMPUTE_API_KEY: 'bc-e3e3-very-secret-5c5c',
}
/** In the prompt of every run: where this is not found, the search itself would be blind. */
const marker = 'a lighthouse called Marabout'

/** Repeats the key it was called with, as careless providers do. */
function echo(status: number, shape: (key: string, origin: string) => unknown): Answer {
  return {
    play(response, request) {
      const key = request.headers.authorization?.replace('Bearer ', '') ?? ''
      reply(status, shape(key, `http://${request.headers.host}`), { 'x-your-key': key }).play(
        response,
        request,
      )
    },
  }
}

const json = { status: 'processing', id: 'job' }
const detail = (key: string) => ({ detail: `Wrong key ${key}, ${marker}` })
const flagged = (key: string) => ({ ...json, status: 'failed', error: `Flagged by moderation for ${key}` })

/** Ways for a VibeDream run to go wrong, each with the answers the provider gives. */
const failures: Record<string, Answer[]> = {
  'wrong key': [echo(401, detail)],
  forbidden: [echo(403, detail)],
  'no credit': [echo(402, (key) => ({ error: `No credit on ${key}` }))],
  'invalid, as a sentence': [echo(422, (key) => ({ detail: `Not with ${key}` }))],
  'invalid, as a list': [
    echo(422, (key) => ({ detail: [{ loc: ['body', 'prompt'], msg: `Bad ${key}`, type: key }] })),
  ],
  'server error': [echo(500, (key) => ({ error: { message: `Exploded on ${key}` } }))],
  'plain text': [echo(500, (key) => `panic: Authorization: Bearer ${key}`)],
  'HTML page': [echo(502, (key) => `<html><body>${key}</body></html>`)],
  'answer lost': [resetAfterBody],
  'half an answer': [truncated(200, { ...json, error: 'x'.repeat(100) })],
  'not JSON': [echo(200, (key) => `Hello ${key}`)],
  moderated: [echo(200, flagged)],
  'failed at the poll': [reply(200, json), echo(200, flagged)],
  'busy at first': [echo(429, detail), echo(402, detail)],
  // A job that is paid is asked for again: the key may be mended while it waits.
  'wrong key at the poll': [reply(200, json), echo(401, detail), echo(200, flagged)],
  'an output elsewhere': [
    echo(200, (key) => ({
      ...json,
      status: 'completed',
      outputs: [`http://10.0.0.1/out.png?named=${key.length}`],
    })),
  ],
  'an output that is no picture': [
    echo(200, (_, origin) => ({ ...json, status: 'completed', outputs: [`${origin}/out.png`] })),
    ...Array.from({ length: 3 }, () => reply(200, 'no picture')),
  ],
}

test('no byte of a key is in an answer, a page, a script, a log or a file', async ({ diptych, page }) => {
  test.setTimeout(120_000)
  const provider = await startScriptedServer()
  const server = await diptych({
    env: {
      ...secrets,
      VIBEDREAM_BASE_URL: provider.origin,
      WAVESPEED_BASE_URL: provider.origin,
      BYTECOMPUTE_BASE_URL: provider.origin,
      PUBLIC_URL: 'https://diptych.example',
    },
  })
  const seen: string[] = []
  const keep = (name: string, text: string) => seen.push(`${name}\n${text}`)
  const runIds: string[] = []
  const run = async (model: string, values: object) => {
    const { body } = await generate(server.url, model, { prompt: marker, ...values })
    keep(`generate ${model}`, JSON.stringify(body))
    const view = await finished(server.url, body.id)
    keep(`prediction ${model}`, JSON.stringify(view))
    runIds.push(view.runId)
    return view
  }

  const { body: picture } = await upload(server.url)
  const output = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#357' } })
    .png()
    .toBuffer()
  provider.play(
    reply(200, { ...json, status: 'completed', outputs: [`${provider.origin}/a.png`] }),
    reply(200, output),
  )
  expect((await run('flux-2-pro-edit', { images: [picture.id] })).status).toBe('completed')
  provider.play(reply(200, output))
  expect((await run('flux2-klein-4b', { images: [picture.id] })).status).toBe('completed')
  for (const [name, answers] of Object.entries(failures)) {
    provider.play(...answers)
    expect((await run('flux-dev', {})).status, name).toBe('failed')
  }
  provider.play(echo(200, (key) => ({ code: 401, message: `Key ${key} is wrong`, data: null })))
  expect((await run('flux-2-klein-base-9b-edit', { images: [picture.id] })).status).toBe('failed')
  provider.play(echo(504, detail))
  expect((await run('flux2-klein-4b', {})).status).toBe('failed')
  const refused = await postJson(`${server.url}/api/v1/models/flux-dev/generate`, { seed: 'x' })
  keep('refusal', JSON.stringify(refused.body))

  // Everything the browser gets, headers too.
  const arriving: Promise<unknown>[] = []
  page.on('response', (response) => {
    const text = async () =>
      keep(
        response.url(),
        JSON.stringify(response.headers()) + (await response.body().catch(() => '')).toString(),
      )
    arriving.push(text())
  })
  const paths = ['/', '/models', '/library', ...runIds.map((id) => `/runs/${id}`)]
  for (const at of paths) {
    await page.goto(server.url + at)
    await expect(page.getByRole('main')).toBeVisible()
  }
  await Promise.all(arriving)
  for (const at of ['/api/v1/models', '/health', ...staticFiles()]) {
    const response = await fetch(server.url + at)
    expect(response.status, at).toBe(200)
    keep(at, JSON.stringify([...response.headers]) + (await response.text()))
  }
  await provider.close()

  const written = (folder: string) =>
    filesBelow(folder).map((file) => `${file}\n${fs.readFileSync(file).toString('latin1')}`)
  // Twice: with the database's journal still beside it, and after it was put away.
  const files = written(server.dataFolder)
  expect(await server.stop()).toBe(0)
  files.push(...written(server.dataFolder))
  keep('log', server.log())

  expect(seen.filter((text) => text.includes(marker)).length).toBeGreaterThan(runIds.length)
  expect(files.some((text) => text.includes(marker))).toBe(true)
  expect(seen.some((text) => text.includes('[key]'))).toBe(true)
  for (const secret of Object.values(secrets)) {
    const forms = [
      secret,
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      encodeURIComponent(secret),
    ]
    for (const form of forms) {
      const leaks = [...seen, ...files]
        .filter((text) => text.includes(form))
        .map((text) => text.split('\n')[0])
      expect(leaks, `${secret} is nowhere`).toEqual([])
    }
  }
})

function staticFiles(): string[] {
  const folder = path.join(root, '.next/static')
  return filesBelow(folder).map((file) => `/_next/static/${path.relative(folder, file)}`)
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
