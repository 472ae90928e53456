import sharp from 'sharp'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { edit } from './edit'
import { NotUnderstood } from './engine'
import { startEngine, type LocalEngine } from './start-engine'

let picture: Buffer
beforeAll(async () => {
  const pixels = Buffer.from(Array.from({ length: 60 * 40 * 3 }, (_, at) => (at * 7919) % 251))
  picture = await sharp(pixels, { raw: { width: 60, height: 40, channels: 3 } })
    .png()
    .toBuffer()
})

function engine(): LocalEngine {
  const started = startEngine()
  onTestFinished(() => started.close())
  return started
}

it('gives in its thread what the engine gives, pixels and report', async () => {
  const request = { instruction: 'make it watercolour and rotate it left', images: [picture], seed: 7 }
  const [there, here] = [await engine().edit(request), await edit(request)]
  expect([there.width, there.height]).toEqual([40, 60])
  expect(Buffer.compare(Buffer.from(there.pixels), Buffer.from(here.pixels))).toBe(0)
  expect(there.report.steps.map(({ operation }) => operation)).toEqual(
    here.report.steps.map(({ operation }) => operation),
  )
})

it('a refusal is a refusal here too, with its reason', async () => {
  const refused = engine().edit({ instruction: 'asdf qwer', images: [picture], seed: 1 })
  await expect(refused).rejects.toBeInstanceOf(NotUnderstood)
  await expect(refused).rejects.toMatchObject({ reason: 'not understood' })
})

it('ends at once when it is no longer wanted, and works for the next', async () => {
  const { edit } = engine()
  const abort = new AbortController()
  const large = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#a64' } })
    .jpeg()
    .toBuffer()
  const unwanted = edit({ instruction: 'make it watercolour', images: [large], seed: 1 }, abort.signal)
  abort.abort(new Error('cancelled'))
  await expect(unwanted).rejects.toThrow('cancelled')
  await expect(edit({ instruction: 'invert it', images: [picture], seed: 1 })).resolves.toBeDefined()
})
