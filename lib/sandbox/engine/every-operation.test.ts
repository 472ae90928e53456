import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { edit } from './edit'
import type { EngineRequest, EngineResult } from './engine'
import type { ListedOperation } from './operation'
import { operations } from './operations/registry'
import { understand } from './grammar/understand'

// The first look of a network takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = path.join(import.meta.dirname, 'golden')
/** Write the golden pictures instead of comparing with them; look at each before it is committed. */
const isUpdate = process.env.UPDATE_GOLDEN === '1'

/**
 * How far a picture may be from its golden one, in steps of 255: the same on one machine, and a little off on another
 * whose processor rounds differently.
 */
const tolerance = { mean: 1, share: 0.01, beyond: 24 }
/** Patches and strokes are chosen one after the other: one that is chosen otherwise changes those after it. */
const chosen = { mean: 4, share: 0.06, beyond: 24 }

/** The sample an operation is shown on: the person has hair, clothes and a face, the mountains have a sky. */
function sampleOf({ name, example }: ListedOperation): string {
  const land =
    /\b(?:sky|snow|winter|autumn|spring|rain|fog|mist|night|golden|storm|season|sunset|dawn|landscape)\b/
  return land.test(`${name} ${example}`) ? 'landscape-mountains' : 'person-astronaut'
}

async function sample(name: string, longest: number): Promise<Buffer> {
  const file = path.join(process.cwd(), 'public/samples', `${name}.jpg`)
  return sharp(file).resize(longest, longest, { fit: 'inside' }).png().toBuffer()
}

/** White in a box right of the centre. */
async function maskFor(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const [wide, high] = [Math.round(width / 4), Math.round(height / 4)]
  const box = await sharp({ create: { width: wide, height: high, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([{ input: box, left: Math.round(width * 0.55), top: Math.round(height * 0.4) }])
    .png()
    .toBuffer()
}

async function requestFor(operation: ListedOperation, longest = 160, seed = 11): Promise<EngineRequest> {
  const images = [await sample(sampleOf(operation), longest), await sample('product-coffee', longest)]
  const needsMask = operation.name.includes('mask')
  return {
    instruction: operation.example,
    images,
    seed,
    ...(needsMask && { mask: await maskFor(images[0]!) }),
  }
}

const fileOf = (name: string) => `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.webp`

describe.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s',
  (name, operation) => {
    test('its example asks for it, and for nothing else', async () => {
      const { images, mask } = await requestFor(operation)
      const { steps, undone } = understand(operation.example, images.length, mask !== undefined)
      expect(steps.map((step) => step.operation)).toEqual([name])
      expect(undone).toEqual([])
    })

    test('it gives the golden picture, and the same again', async () => {
      const request = await requestFor(operation)
      const result = await edit(request)
      const again = await edit(request)
      expect(Buffer.compare(again.pixels, result.pixels)).toBe(0)
      expect(result.report.undone).toEqual([])
      expect(result.report.steps[0]?.notes).not.toContain('changed nothing')
      await compareWithGolden(
        fileOf(name),
        result,
        /remove what|remove the subject|extend|impressionist|Van Gogh/.test(name) ? chosen : tolerance,
      )
    })

    test('another seed gives another picture just where it is said to', async () => {
      const [one, other] = [
        await edit(await requestFor(operation)),
        await edit(await requestFor(operation, 160, 12)),
      ]
      expect(one.report.seed).toBe(one.report.seed === null ? null : 11)
      expect(Buffer.compare(one.pixels, other.pixels) !== 0).toBe(one.report.seed !== null)
    })

    if (operation.kind === 'look' || operation.kind === 'light')
      test('a mask leaves the rest bit for bit', async () => {
        const request = await requestFor(operation)
        const mask = await maskFor(Buffer.from(request.images[0]!))
        const before = await sharp(request.images[0]!).raw().toBuffer()
        const white = await sharp(mask).toColourspace('b-w').raw().toBuffer()
        const { pixels, channels } = await edit({ ...request, mask })
        const changed = new Set<boolean>()
        for (let at = 0; at < white.length; at++) {
          const same = [0, 1, 2].every(
            (channel) => pixels[at * channels + channel] === before[at * 3 + channel],
          )
          if (!same) changed.add(white[at]! > 0)
        }
        expect([...changed]).toEqual([true])
      })
  },
)

test('no golden picture is left of an operation that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(operations.map(({ name }) => fileOf(name)).sort())
})

async function compareWithGolden(
  file: string,
  { pixels, width, height, channels }: EngineResult,
  limits: typeof tolerance,
): Promise<void> {
  const golden = path.join(folder, file)
  const picture = sharp(pixels, { raw: { width, height, channels } })
  if (isUpdate) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(golden, await picture.webp({ lossless: true, exact: true }).toBuffer())
  }
  expect(existsSync(golden)).toBe(true)
  const raw = (image: Sharp) => image.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const [wanted, got] = [await raw(sharp(readFileSync(golden))), await raw(picture)]
  expect(got.info).toMatchObject({ width: wanted.info.width, height: wanted.info.height })
  let sum = 0
  let far = 0
  for (let at = 0; at < got.data.length; at++) {
    // What can't be seen has no colour to compare.
    if (got.data[at | 3] === 0 && wanted.data[at | 3] === 0) continue
    const difference = Math.abs(got.data[at]! - wanted.data[at]!)
    sum += difference
    if (difference > limits.beyond) far += 1
  }
  expect(sum / got.data.length).toBeLessThan(limits.mean)
  expect(far / got.data.length).toBeLessThan(limits.share)
}
