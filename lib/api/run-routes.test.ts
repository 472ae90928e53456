import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as cancelRoute } from '@/app/api/v1/runs/[id]/cancel/route'
import { GET as zipRoute } from '@/app/api/v1/runs/[id]/pictures.zip/route'
import { GET as runRoute } from '@/app/api/v1/runs/[id]/route'
import { POST as markRoute } from '@/app/api/v1/predictions/[id]/mark/route'
import type { Asset } from '@/lib/assets/asset'
import type { Diptych } from '@/lib/compose'
import { serverForRoutes } from '@/lib/testing/server-for-routes'
import type { Prediction } from '@/lib/predictions/prediction'
import type { RunManifest } from '@/lib/predictions/run-manifest'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { readZip } from '@/lib/testing/read-zip'

type Route = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>

let server: Diptych
let folder: string
beforeAll(async () => {
  const started = await serverForRoutes()
  server = started.server
  folder = started.folder
  return started.stop
})

function call(route: Route, id: string, init: RequestInit & { host?: string } = {}): Promise<Response> {
  const { host = '127.0.0.1:3000', ...rest } = init
  const request = new Request('http://127.0.0.1:3000/api/v1/x', rest)
  request.headers.set('host', host)
  return route(request, { params: Promise.resolve({ id }) })
}
const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })

/** A picture of its own, so that each has its own id. */
async function aPicture(shade: number): Promise<Asset> {
  const raw = { width: 300, height: 200, channels: 3 as const }
  const noise = createHash('shake256', { outputLength: 300 * 200 * 3 })
    .update(String(shade))
    .digest()
  return server.library.addOutput(await sharp(noise, { raw }).png().toBuffer())
}
async function storedRun(...facts: Partial<Prediction>[]) {
  const input = await aPicture(1)
  const mask = await aPicture(2)
  const prompt = 'Make it: “watercolour”? \\ CON'
  const run = aRun({
    input: { prompt, images: [input.id], mask: mask.id },
    choices: facts.map(() => ({ modelId: 'flux-2-pro-edit', values: {} })),
  })
  const predictions = facts.map((some, position) =>
    aPrediction({
      runId: run.id,
      position,
      modelId: 'flux-2-pro-edit',
      mode: 'sandbox',
      values: { prompt, images: [input.id], seed: 7 },
      ...some,
    }),
  )
  await server.store.createRun(run, predictions)
  return { run, predictions, input, mask }
}

describe('a run’s routes', () => {
  it('tell it, mark its predictions, and cancel what is left of it', async () => {
    const running = aState('running', Date.now())
    const { run, predictions } = await storedRun({ status: aState('failed') }, { status: running })
    const [failed] = predictions
    expect(await (await call(runRoute, run.id)).json()).toMatchObject({
      id: run.id,
      predictions: [{ id: failed!.id, state: 'failed', mark: null }, { position: 1 }],
    })
    const marked = await call(markRoute, failed!.id, post({ mark: 'reject' }))
    expect(await marked.json()).toMatchObject({ id: failed!.id, mark: 'reject' })
    expect(await (await call(markRoute, failed!.id, post({ mark: null }))).json()).toMatchObject({
      mark: null,
    })
    const canceled = (await (await call(cancelRoute, run.id, { method: 'POST' })).json()) as {
      predictions: { code: string }[]
    }
    expect(canceled.predictions.map(({ code }) => code)).toEqual(['moderation', 'canceled'])
  })

  it.each([{}, { mark: 'great' }, { mark: 'star', more: 1 }, null, 7])(
    'refuse %j as a mark with 400 and what to send',
    async (body) => {
      const response = await call(markRoute, 'any', post(body))
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        code: 'invalid-mark',
        error: expect.any(String) as string,
      })
    },
  )

  it.each<[string, Route, RequestInit]>([
    ['run', runRoute, {}],
    ['cancel', cancelRoute, { method: 'POST' }],
    ['mark', markRoute, post({ mark: 'star' })],
    ['pictures.zip', zipRoute, {}],
  ])('%s: 404 for an unknown id, 403 for a foreign name or page', async (_, route, init) => {
    expect((await call(route, 'unknown', init)).status).toBe(404)
    expect((await call(route, 'unknown', { ...init, host: 'evil.example' })).status).toBe(403)
    if (init.method === undefined) return
    const foreign = { ...init, headers: { origin: 'http://evil.example' } }
    expect((await call(route, 'unknown', foreign)).status).toBe(403)
  })
})

async function unpacked(response: Response) {
  const files = readZip(Buffer.from(await response.arrayBuffer()))
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as RunManifest
  return { files, manifest }
}
const sha256 = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
const fileOf = (id: string) => path.join(folder, 'assets', 'pictures', id.slice(0, 2), id)

describe('pictures.zip', () => {
  it('holds every picture under a name of its own, byte for byte, and says what each is', async () => {
    const [one, two, three, raw] = await Promise.all([11, 12, 13, 14].map(aPicture))
    const { run, predictions, input, mask } = await storedRun(
      { status: { ...aState('succeeded'), outputs: [one!, two!], costCents: 7 }, mark: 'star', mode: 'live' },
      { status: aState('failed') },
      { status: { ...aState('succeeded'), outputs: [three!], raw: [raw!] } },
      { status: { ...aState('succeeded'), outputs: [three!] } },
    )
    const again = aPrediction({ ...predictions[1]!, id: 'again', attempt: 1, status: aState('unconfirmed') })
    await server.store.addAttempt(again)
    const response = await call(zipRoute, run.id)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="diptych-1970-01-01-make-it-watercolour-con.zip"',
    )
    const { files, manifest } = await unpacked(response)
    expect([...files.keys()].sort()).toEqual([
      '01-flux-2-pro-edit-make-it-watercolour-con-2.png',
      '01-flux-2-pro-edit-make-it-watercolour-con.png',
      '03-flux-2-pro-edit-make-it-watercolour-con-own-answer.png',
      '03-flux-2-pro-edit-make-it-watercolour-con.png',
      '04-flux-2-pro-edit-make-it-watercolour-con.png',
      'input-1.png',
      'manifest.json',
      'mask-1.png',
    ])
    const ofCells = manifest.predictions.flatMap((cell) => [cell.pictures, cell.ownAnswers])
    const told = [manifest.pictures, ...ofCells].flat()
    expect(told.map((picture) => picture.sha256)).toEqual(
      [input, mask, one, two, three, raw, three].map((asset) => asset!.id),
    )
    for (const { file, sha256: sum, bytes, problem } of told) {
      expect(sha256(files.get(file!))).toBe(sum)
      expect(files.get(file!)).toHaveLength(bytes!)
      expect(problem).toBeNull()
    }
    expect(manifest.run).toMatchObject({ id: run.id, input: run.input, choices: run.choices })
    expect(manifest.predictions).toMatchObject([
      { modelName: 'FLUX.2 [pro] Edit', state: 'succeeded', mark: 'star', costCents: 7, seed: 7 },
      { id: 'again', attempt: 1, state: 'unconfirmed', error: expect.any(String) as string, pictures: [] },
      { state: 'succeeded', milliseconds: 20, parameters: { seed: 7 } },
      { position: 3 },
    ])
  })

  it('names what came of a batch after its files, and by model where there are several', async () => {
    const [cat, dog, logo] = [await aPicture(41), await aPicture(42), await aPicture(43)]
    const outputs = await Promise.all([44, 45, 46, 47].map(aPicture))
    const prompts = ['Watercolour', 'Make it: night', 'Watercolour', 'Make it: night']
    const of = async (...modelIds: string[]) => {
      const run = aRun({
        input: { images: [logo.id] },
        choices: modelIds.map((modelId) => ({ modelId, values: {} })),
        axes: [
          {
            parameter: 'images',
            values: [cat.id, dog.id],
            names: ['cat.png', 'DOG 1.jpg'],
            paired: { parameter: 'prompt', values: prompts.slice(0, 2) },
          },
        ],
      })
      const predictions = outputs.slice(0, 2 * modelIds.length).map((output, position) =>
        aPrediction({
          runId: run.id,
          position,
          modelId: modelIds[position >> 1],
          values: { prompt: prompts[position] },
          status: { ...aState('succeeded'), outputs: [output] },
        }),
      )
      await server.store.createRun(run, predictions)
      const response = await call(zipRoute, run.id)
      const { files, manifest } = await unpacked(response)
      for (const [position, { pictures }] of manifest.predictions.entries())
        expect(sha256(files.get(pictures[0]!.file!))).toBe(outputs[position]!.id)
      return { names: [...files.keys()].sort(), file: response.headers.get('content-disposition') }
    }
    const given = ['input-3.png', 'input-DOG-1.png', 'input-cat.png', 'manifest.json']
    expect(await of('flux-dev')).toEqual({
      names: ['DOG-1-make-it-night.png', 'cat-watercolour.png', ...given],
      file: 'attachment; filename="diptych-1970-01-01-2-pictures-each-with-its-own-instruction.zip"',
    })
    expect((await of('flux-dev', 'flux-2-pro-edit')).names).toEqual([
      'DOG-1-flux-2-pro-edit-make-it-night.png',
      'DOG-1-flux-dev-make-it-night.png',
      'cat-flux-2-pro-edit-watercolour.png',
      'cat-flux-dev-watercolour.png',
      ...given,
    ])
  })

  it('says which pictures it lacks and which are damaged, and holds the rest', async () => {
    const [lost, damaged, whole] = [await aPicture(21), await aPicture(22), await aPicture(23)]
    const gone = { ...whole!, id: 'f'.repeat(64) }
    const { run } = await storedRun({
      status: { ...aState('succeeded'), outputs: [lost!, gone, damaged!, whole!] },
    })
    await rm(fileOf(lost!.id))
    await writeFile(fileOf(damaged!.id), 'half a pict')
    const { files, manifest } = await unpacked(await call(zipRoute, run.id))
    const { pictures } = manifest.predictions[0]!
    expect(pictures).toMatchObject([
      { file: null, sha256: lost!.id, problem: 'It is no longer in storage.' },
      { file: null, problem: 'It is no longer in storage.' },
      { problem: expect.stringContaining('damaged') as string },
      { problem: null },
    ])
    expect(sha256(files.get(pictures[3]!.file!))).toBe(whole!.id)
    expect(files.size).toBe(5)
  })

  it('reads nothing before it is asked, and stops reading when the client goes away', async () => {
    const outputs = await Promise.all([31, 32, 33].map(aPicture))
    const { run } = await storedRun({ status: { ...aState('succeeded'), outputs } })
    const { stream } = server.library
    const opened: string[] = []
    let canceled = 0
    server.library.stream = async (id) => {
      opened.push(id)
      const reader = (await stream(id))!.getReader()
      return new ReadableStream({
        async pull(controller) {
          const { value } = await reader.read()
          if (value) controller.enqueue(value.subarray(0, 10))
        },
        async cancel(reason) {
          canceled += 1
          await reader.cancel(reason)
        },
      })
    }
    const reader = (await call(zipRoute, run.id)).body!.getReader()
    // The head of the first file, its name, and the first of its bytes.
    for (let chunks = 0; chunks < 3; chunks += 1) await reader.read()
    await reader.cancel()
    server.library.stream = stream
    expect(opened).toEqual([run.input.images[0]])
    expect(canceled).toBe(1)
  })
})
