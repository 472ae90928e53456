import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/pictures/[id]/subject/route'
import type { Diptych } from '@/lib/compose'
import { serverForRoutes } from '@/lib/testing/server-for-routes'

let server: Diptych
beforeAll(async () => {
  const started = await serverForRoutes()
  server = started.server
  return started.stop
})

function select(id: string): Promise<Response> {
  const request = new Request('http://127.0.0.1:3000/api/v1/x', { method: 'POST' })
  request.headers.set('host', '127.0.0.1:3000')
  return POST(request, { params: Promise.resolve({ id }) })
}

// The first look loads the network: long on a busy machine.
const patience = 180_000

it(
  'answers the subject as a grey mask of the picture’s own size, from the engine’s thread',
  { timeout: patience },
  async () => {
    const sample = await readFile('public/samples/person-astronaut.jpg')
    const small = await sharp(sample).resize(240, 200).png().toBuffer()
    const { id } = await server.library.addOutput(small)
    const answer = await select(id)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const mask = sharp(Buffer.from(await answer.arrayBuffer()))
    expect(await mask.metadata()).toMatchObject({ width: 240, height: 200, channels: 1, format: 'png' })
    const data = await mask.extractChannel(0).raw().toBuffer()
    const at = (x: number, y: number) => data[y * 240 + x]!
    // Her suit, and the wall beside her head.
    expect(at(100, 150)).toBeGreaterThan(200)
    expect(at(160, 20)).toBeLessThan(50)
  },
)

it(
  'refuses with the numbers where nothing stands out, and knows no unknown pictures',
  { timeout: patience },
  async () => {
    const grey = { width: 64, height: 64, channels: 3 as const, background: '#888' }
    const { id } = await server.library.addOutput(await sharp({ create: grey }).png().toBuffer())
    const answer = await select(id)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      code: 'low-confidence',
      error: expect.stringMatching(/\d/) as string,
    })
    expect((await select('0'.repeat(64))).status).toBe(404)
  },
)
