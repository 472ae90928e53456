import sharp from 'sharp'
import { expect, test } from 'vitest'
import { measurePictures } from './measure-pictures'
import { copyOf, edited, moved, readSample, repainted } from './pictures-for-tests'

async function measure(input: Buffer, output: Buffer, mask?: Buffer) {
  return measurePictures(await copyOf(input), await copyOf(output), mask && (await copyOf(mask)))
}

test('encoding alone changes nothing that counts', async () => {
  const bytes = await readSample('Mountains')
  const { measures } = await measure(
    bytes,
    await sharp(bytes).resize(1248, 928, { fit: 'fill' }).jpeg({ quality: 80 }).toBuffer(),
  )
  expect(measures.alignment).toMatchObject({ state: 'found', alignment: { shift: { x: 0, y: 0 }, scale: 1 } })
  expect(measures.changed).toBeLessThan(0.01)
  expect(measures.colourCast).toBeLessThan(1)
  expect(measures.ssim).toBeGreaterThan(0.95)
})

test('moved, tinted and partly repainted: each is told apart', async () => {
  const bytes = await readSample('Cat')
  const tinted = await sharp(await repainted(bytes, 0.3))
    .linear([1.03, 1, 0.9], [0, 0, 0])
    .png()
    .toBuffer()
  const { measures, heatMap } = await measure(bytes, (await moved(tinted, { x: 60, y: -20 }, 1.05)).bytes)
  expect(measures.alignment.state).toBe('found')
  expect(measures.changed).toBeGreaterThan(0.25)
  expect(measures.changed).toBeLessThan(0.42)
  expect(measures.colourCast).toBeGreaterThan(2)
  expect(heatMap).toMatchObject({ width: 384, height: 256 })
})

test('with a mask, only what changed outside it counts as outside', async () => {
  const bytes = await readSample('Coffee')
  const { width, height } = await sharp(bytes).metadata()
  const rectangle = async (left: number, colour: string) => ({
    input: await sharp({ create: { width: 300, height: 300, channels: 3, background: colour } })
      .png()
      .toBuffer(),
    left,
    top: 200,
  })
  const black = sharp({ create: { width, height, channels: 3, background: '#000' } })
  const mask = await black
    .composite([await rectangle(100, '#fff')])
    .png()
    .toBuffer()
  const kept = await sharp(bytes)
    .composite([await rectangle(100, '#2a6')])
    .png()
    .toBuffer()
  const leaked = await sharp(bytes)
    .composite([await rectangle(100, '#2a6'), await rectangle(600, '#2a6')])
    .png()
    .toBuffer()
  const share = (300 * 300) / (width * height)

  const { measures } = await measure(bytes, kept, mask)
  expect(measures.changed).toBeCloseTo(share, 1)
  expect(measures.changedOutsideMask).toBeLessThan(0.005)
  expect((await measure(bytes, leaked, mask)).measures.changedOutsideMask).toBeCloseTo(share / (1 - share), 1)
})

test('another shape is not compared, and the sentence says why', async () => {
  const bytes = await readSample('Astronaut')
  const { measures, heatMap } = await measure(bytes, await sharp(bytes).resize(1024, 768).png().toBuffer())
  expect(measures.reason).toContain('another shape than the input (1024 × 768 against 1024 × 1024)')
  expect(measures.alignment.state).toBe('refused')
  expect(measures.changed).toBeUndefined()
  expect(heatMap).toBeUndefined()
})

test('where nothing matches, measures are left out; a flat output is measured in place', async () => {
  const bytes = await readSample('Rocket')
  const other = await sharp(await readSample('Coffee'))
    .resize(1024, 683, { fit: 'fill' })
    .png()
    .toBuffer()
  const { measures } = await measure(bytes, other)
  expect(measures.reason).toContain('could not be matched')
  expect(measures.ssim).toBeUndefined()

  const white = await sharp({ create: { width: 1024, height: 683, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const flat = await measure(bytes, white)
  expect(flat.measures.alignment.state).toBe('refused')
  expect(flat.measures.changed).toBeGreaterThan(0.98)
})

test('transparent parts are seen on white', async () => {
  const bytes = await readSample('Dandelion')
  const { width, height } = await sharp(bytes).metadata()
  const onWhite = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite([{ input: await sharp(bytes).resize(600).png().toBuffer(), left: 0, top: 0 }])
    .png()
    .toBuffer()
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const cut = await sharp(bytes)
    .resize(600)
    .extend({ right: width - 600, bottom: height - 338, background: clear })
    .png()
    .toBuffer()
  expect((await measure(onWhite, cut)).measures.changed).toBeLessThan(0.01)
})

test('a sketch keeps its place and loses its colours', async () => {
  const bytes = await readSample('Cat')
  const { measures } = await measure(bytes, await edited(bytes, 'Turn this into a pencil sketch'))
  expect(measures.alignment.state).toBe('found')
  expect(measures.changed).toBeGreaterThan(0.9)
})

test('what was put into the input itself is compared in place, whatever it looks like', async () => {
  const bytes = await readSample('Cat')
  const { width, height } = await sharp(bytes).metadata()
  const half = { create: { width, height: Math.ceil(height / 2), channels: 3 as const, background: '#fff' } }
  const mask = await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([{ input: half, left: 0, top: 0 }])
    .png()
    .toBuffer()
  // As if the answer had drawn all of it elsewhere: found by itself, it would be moved along.
  const output = (await moved(bytes, { x: 60, y: 0 }, 1)).bytes
  const { measures } = measurePictures(await copyOf(bytes), await copyOf(output), await copyOf(mask), true)
  expect(measures.alignment).toMatchObject({ state: 'found', alignment: { shift: { x: 0, y: 0 }, scale: 1 } })
  expect(measures.changedOutsideMask).toBe(0)
  expect(measures.changed).toBeGreaterThan(0.2)
})
