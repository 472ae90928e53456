import { describe, expect, it } from 'vitest'
import { apply } from '@/lib/picture-edits/affine'
import { noEdits, type PictureEdits } from '@/lib/picture-edits/picture-edits'
import { maskEdits } from '@/lib/picture-edits/follow-mask'
import { planEdits } from '@/lib/picture-edits/plan-edits'
import { randomEdits, seededNumbers } from '@/lib/picture-edits/random-edits-for-tests'
import { applyEdits, applyEditsToMask, type EditablePicture } from './apply-edits'
import { decodePicture } from './decode-picture'
import { sharp } from './sharp-settings'

const size = { width: 203, height: 151 }

/** Red says the column and green the row of every pixel, so that each tells where it comes from. */
async function coordinates(blue = 0, channels: 3 | 4 = 3): Promise<EditablePicture> {
  const data = Buffer.alloc(size.width * size.height * channels)
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++)
      data.set([x, y, blue, (x * y) % 256].slice(0, channels), (y * size.width + x) * channels)
  return picture(
    await sharp(data, { raw: { ...size, channels } })
      .png()
      .toBuffer(),
  )
}

async function picture(file: Uint8Array): Promise<EditablePicture> {
  return decodePicture(file)
}

async function pixelsOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return {
    ...info,
    at: (x: number, y: number) => {
      const start = (y * info.width + x) * info.channels
      return [...data.subarray(start, start + info.channels)]
    },
  }
}

const edited = (edits: Partial<PictureEdits>): PictureEdits => ({ ...noEdits, ...edits })

describe('applyEdits', () => {
  it.each([3, 4] as const)('turns, mirrors and crops bit for bit (%d channels)', async (channels) => {
    const given = await coordinates(7, channels)
    const source = await pixelsOf(given.bytes)
    for (const turns of [0, 1, 2, 3] as const)
      for (const mirrored of [false, true]) {
        const edits = edited({ turns, mirrored, crop: { left: 11, top: 23, width: 97, height: 101 } })
        const plan = planEdits(size, edits)
        const made = await applyEdits(given, edits)
        expect(made.asset).toMatchObject({
          type: 'image/png',
          width: 97,
          height: 101,
          hasAlpha: channels === 4,
        })
        const result = await pixelsOf(made.bytes)
        for (let y = 0; y < 101; y++)
          for (let x = 0; x < 97; x++) {
            const from = apply(plan.toPicture, { x: x + 0.5, y: y + 0.5 })
            expect(result.at(x, y)).toEqual(source.at(Math.floor(from.x), Math.floor(from.y)))
          }
      }
  })

  it('is a JPEG’s very pixels too, where nothing is resampled', async () => {
    const given = await picture(
      await sharp((await coordinates(90)).bytes)
        .jpeg()
        .toBuffer(),
    )
    expect(given.asset.type).toBe('image/jpeg')
    const made = await applyEdits(given, edited({ crop: { left: 3, top: 5, width: 100, height: 90 } }))
    const [source, result] = [await pixelsOf(given.bytes), await pixelsOf(made.bytes)]
    for (let y = 0; y < 90; y++)
      for (let x = 0; x < 100; x++) expect(result.at(x, y)).toEqual(source.at(x + 3, y + 5))
  })

  it('puts every place where the plan says, for any edits', async () => {
    const given = await coordinates()
    const random = seededNumbers(6)
    let checked = 0
    for (let round = 0; round < 40; round++) {
      const edits = randomEdits(size, random)
      const plan = planEdits(size, edits)
      const what = JSON.stringify(edits)
      const made = await applyEdits(given, edits)
      expect({ width: made.asset.width, height: made.asset.height }, what).toEqual(plan.output)
      const result = await pixelsOf(made.bytes)
      // Where several pixels become one, or the border has a part in it, colours are not coordinates.
      const scale = Math.max(plan.crop.width / plan.resized.width, plan.crop.height / plan.resized.height)
      const border = 3 * Math.max(1, scale) + 2
      // Each step may round a level down. Resizing, libvips shrinks by whole numbers first, which may shift all by half
      // a pixel of the result, and its filter is lopsided near the crop's border.
      const most = 0.8 + (edits.resize ? 1 + Math.max(1, scale) * 0.6 : 0)
      for (let y = plan.origin.y; y < plan.origin.y + plan.resized.height; y += 3)
        for (let x = plan.origin.x; x < plan.origin.x + plan.resized.width; x += 3) {
          const from = apply(plan.toPicture, { x: x + 0.5, y: y + 0.5 })
          if (from.x < border || from.y < border) continue
          if (from.x > size.width - border || from.y > size.height - border) continue
          const [red = 0, green = 0] = result.at(x, y)
          const off = Math.max(Math.abs(red - (from.x - 0.5)), Math.abs(green - (from.y - 0.5)))
          expect(off, `${what} at ${x}, ${y}`).toBeLessThanOrEqual(most)
          checked += 1
        }
    }
    expect(checked).toBeGreaterThan(10_000)
  })

  it('shows no empty corner of a straightened picture', async () => {
    const white = await picture(
      await sharp({ create: { ...size, channels: 3, background: '#ffffff' } })
        .png()
        .toBuffer(),
    )
    for (const angle of [-45, -30, 0.01, 12.5, 45]) {
      const { bytes } = await applyEdits(white, edited({ angle }))
      const { channels } = await sharp(bytes).stats()
      expect(Math.min(...channels.map(({ min }) => min)), `${angle}°`).toBe(255)
    }
  })

  it('straightens what is larger than a tile without a seam', async () => {
    const large = { width: 1700, height: 1300 }
    const data = Buffer.alloc(large.width * large.height * 3)
    for (let y = 0; y < large.height; y++)
      for (let x = 0; x < large.width; x++)
        data.set([x >> 3, y >> 3, ((x + y) >> 4) % 256], (y * large.width + x) * 3)
    const given = await picture(
      await sharp(data, { raw: { ...large, channels: 3 } })
        .png()
        .toBuffer(),
    )
    const edits = edited({ angle: 3 })
    const plan = planEdits(large, edits)
    const result = await pixelsOf((await applyEdits(given, edits)).bytes)
    expect(result.width).toBeGreaterThan(1024)
    for (let y = 10; y < result.height - 10; y += 7)
      for (const x of [20, 1020, 1022, 1023, 1024, 1025, 1027, 1500]) {
        const from = apply(plan.toPicture, { x: x + 0.5, y: y + 0.5 })
        const [red = 0, green = 0] = result.at(x, y)
        expect(Math.abs(red - (from.x - 4) / 8)).toBeLessThan(1.6)
        expect(Math.abs(green - (from.y - 4) / 8)).toBeLessThan(1.6)
      }
  })

  it('fills what is added', async () => {
    const given = await coordinates(9)
    const sides = { left: 5, top: 0, right: 0, bottom: 250 }
    const column = async (fill: string) => {
      const made = await applyEdits(given, edited({ extend: { ...sides, fill } }))
      expect(made.asset.hasAlpha).toBe(fill === 'transparent')
      const result = await pixelsOf(made.bytes)
      return {
        left: result.at(1, 70),
        below: result.at(105, size.height + 3),
        far: result.at(105, 151 + 151 + 10),
      }
    }
    const blue = [0x1e, 0x6f, 0xd9]
    expect(await column('#1E6FD9')).toEqual({ left: blue, below: blue, far: blue })
    expect(await column('transparent')).toMatchObject({ left: [0, 0, 0, 0] })
    expect(await column('edge')).toEqual({ left: [0, 70, 9], below: [100, 150, 9], far: [100, 150, 9] })
    // The border's own pixel comes twice; further out the mirror picture is mirrored again.
    expect(await column('mirror')).toEqual({ left: [3, 70, 9], below: [100, 147, 9], far: [100, 10, 9] })
  })

  it('keeps PNG unless that is too much for providers and the source was a JPEG', async () => {
    const noise = Buffer.from(Array.from({ length: 60 * 40 * 3 }, (_, at) => (at * 7919) % 251))
    const raw = { width: 60, height: 40, channels: 3 } as const
    const png = await picture(await sharp(noise, { raw }).png().toBuffer())
    const jpeg = await picture(await sharp(noise, { raw }).jpeg().toBuffer())
    const turn = edited({ turns: 1 })
    expect((await applyEdits(jpeg, turn)).asset.type).toBe('image/png')
    expect((await applyEdits(jpeg, turn, { mostPngBytes: 100 })).asset).toMatchObject({
      type: 'image/jpeg',
      width: 40,
      height: 60,
    })
    expect((await applyEdits(png, turn, { mostPngBytes: 100 })).asset.type).toBe('image/png')
    await expect(applyEdits(png, turn, { limits: { bytes: 300 } })).rejects.toThrow(
      /^The prepared picture would have (\d+ bytes|\d+ kB); the limit is 300 bytes: give it fewer pixels and try again\.$/,
    )
  })

  it('ends when nobody waits for it', async () => {
    const given = await coordinates()
    const gone = new Error('gone')
    await expect(applyEdits(given, edited({ angle: 3 }), { signal: AbortSignal.abort(gone) })).rejects.toBe(
      gone,
    )
  })

  it('makes the same of the same', async () => {
    const given = await coordinates()
    const edits = edited({ angle: 3, resize: { width: 77, height: 55 } })
    expect((await applyEdits(given, edits)).asset.id).toBe((await applyEdits(given, edits)).asset.id)
  })
})

describe('applyEditsToMask', () => {
  it('lays every white pixel where the picture has gone, with no grey between', async () => {
    const random = seededNumbers(7)
    // A rectangle of the picture is blue and of the mask white; wherever both end up, they must agree.
    const inside = (x: number, y: number) => x >= 60 && x < 140 && y >= 40 && y < 110
    const data = Buffer.alloc(size.width * size.height)
    for (let y = 0; y < size.height; y++)
      for (let x = 0; x < size.width; x++) data[y * size.width + x] = inside(x, y) ? 255 : 0
    const mask = await picture(
      await sharp(data, { raw: { ...size, channels: 1 } })
        .png()
        .toBuffer(),
    )
    for (let round = 0; round < 30; round++) {
      const edits = randomEdits(size, random)
      const plan = planEdits(size, edits)
      const made = await applyEditsToMask(mask, maskEdits(edits, 'regenerated'))
      expect(made.asset).toMatchObject({ type: 'image/png', ...plan.output })
      const result = await pixelsOf(made.bytes)
      for (let y = 0; y < plan.output.height; y += 2)
        for (let x = 0; x < plan.output.width; x += 2) {
          const isAdded =
            x < plan.origin.x ||
            y < plan.origin.y ||
            x >= plan.origin.x + plan.resized.width ||
            y >= plan.origin.y + plan.resized.height
          const from = apply(plan.toPicture, { x: x + 0.5, y: y + 0.5 })
          const expected = isAdded || inside(Math.floor(from.x), Math.floor(from.y)) ? 255 : 0
          expect(result.at(x, y)[0], JSON.stringify({ edits, x, y })).toBe(expected)
        }
    }
  })

  it('keeps what is added, if asked to', async () => {
    const white = await picture(
      await sharp({ create: { ...size, channels: 3, background: '#ffffff' } })
        .png()
        .toBuffer(),
    )
    const extend = { left: 4, top: 0, right: 0, bottom: 0, fill: '#FFFFFF' }
    const { bytes } = await applyEditsToMask(white, maskEdits(edited({ extend }), 'kept'))
    expect((await sharp(bytes).metadata()).channels).toBe(1)
    const result = await pixelsOf(bytes)
    expect([result.at(3, 3)[0], result.at(4, 3)[0]]).toEqual([0, 255])
  })
})
