import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { alignPictures } from './align-pictures'
import { channelsOf, greyOf } from './picture-copy'
import { copyOf, edited, moved, readSample, repainted, sampleTitles } from './pictures-for-tests'

async function align(input: Buffer, output: Buffer) {
  const [first, second] = [await copyOf(input), await copyOf(output)]
  return alignPictures(greyOf(channelsOf(first)), greyOf(channelsOf(second)), first.original)
}

async function expectFound(input: Buffer, output: Buffer, about: { x: number; y: number }, scale: number) {
  const truth = await moved(output, about, scale)
  const { result } = await align(input, truth.bytes)
  if (result.state === 'refused') throw new Error(result.reason)
  const { shift, scale: found, confidence } = result.alignment
  expect(Math.hypot(shift.x - truth.shift.x, shift.y - truth.shift.y)).toBeLessThan(1)
  expect(Math.abs(found / truth.scale - 1)).toBeLessThan(0.005)
  return confidence
}

const edits: ((bytes: Buffer) => Promise<Buffer>)[] = [
  (bytes) => edited(bytes, 'Make it warmer and add a vignette'),
  (bytes) => edited(bytes, 'Make it night'),
  (bytes) => sharp(bytes).blur(5).png({ compressionLevel: 1 }).toBuffer(),
  (bytes) => sharp(bytes).negate({ alpha: false }).png({ compressionLevel: 1 }).toBuffer(),
  (bytes) => edited(bytes, 'Turn this into a pencil sketch'),
  (bytes) => repainted(bytes, 0.33),
]
/** Pixels of pictures 1024 px wide. */
const moves = [
  { x: 204, y: 100, scale: 1 },
  { x: -204, y: 60, scale: 0.9 },
  { x: 14, y: -3, scale: 1.02 },
  { x: -40, y: -90, scale: 1.24 },
  { x: 60, y: 30, scale: 0.81 },
]

// Each sample has other moves and edits: all are tried, without trying all pairs.
describe.each(sampleTitles.map((title, number) => ({ title, number })))('$title', ({ title, number }) => {
  test.each([0, 3])('moved and scaled: found within a pixel and half a percent, move %i', async (which) => {
    const move = moves[(number + which) % moves.length]!
    const bytes = await readSample(title)
    expect(await expectFound(bytes, bytes, move, move.scale)).toBeGreaterThan(0.4)
  })

  test('edited, moved and scaled: found as well', async () => {
    const move = moves[(number + 1) % moves.length]!
    const bytes = await readSample(title)
    await expectFound(bytes, await edits[number]!(bytes), move, move.scale)
  })

  test('edited only: in place, exactly', async () => {
    const bytes = await readSample(title)
    const { result } = await align(bytes, await edits[(number + 3) % edits.length]!(bytes))
    expect(result).toMatchObject({ state: 'found', alignment: { shift: { x: 0, y: 0 }, scale: 1 } })
  })

  test('the next samples are not found in it', async () => {
    const bytes = await readSample(title)
    for (const other of sampleTitles.slice(number + 1)) {
      const { result, placement } = await align(bytes, await readSample(other))
      expect(result).toMatchObject({
        state: 'refused',
        reason: expect.stringContaining('could not be matched'),
      })
      expect(placement).toBeUndefined()
    }
  })
})

test('a flat picture is refused by name, and may be measured in place', async () => {
  const bytes = await readSample('Cat')
  const flat = await sharp({ create: { width: 1024, height: 681, channels: 3, background: '#557' } })
    .png()
    .toBuffer()
  const words = /^The (\w+) has too little detail/
  for (const [input, output, name] of [
    [bytes, flat, 'output'],
    [flat, bytes, 'input'],
  ] as const) {
    const { result, placement } = await align(input, output)
    expect(result.state === 'refused' && words.exec(result.reason)?.[1]).toBe(name)
    expect(placement).toEqual({ shift: { x: 0, y: 0 }, scale: 1 })
  }
})

test('an output of another size in pixels is found in the input’s pixels', async () => {
  const bytes = await readSample('Coffee')
  const truth = await moved(bytes, { x: 50, y: 20 }, 1.1)
  const enlarged = await sharp(truth.bytes).resize(1536, 1024, { fit: 'fill' }).png().toBuffer()
  const { result } = await align(bytes, enlarged)
  expect(result.state === 'found' && Math.abs(result.alignment.shift.x - truth.shift.x)).toBeLessThan(1)
})
