import { describe, expect, it } from 'vitest'
import { assetLibraryForTests } from './asset-library-for-tests'
import { createAssetLibrary } from './asset-library'
import { pictureKey, variantKey } from './asset-keys'
import { variantWidths } from './asset-urls'
import { quartersOf, quartersPicture, upright } from './quarters-picture'
import { sharp } from './sharp-settings'

const nobody = '0'.repeat(64)
const halfClear = () => quartersPicture().ensureAlpha(0.5)
const sizeOf = async (bytes: Uint8Array | undefined) => {
  const { width, height, format } = await sharp(bytes ?? []).metadata()
  return { width, height, format }
}

describe('adding', () => {
  it('keeps the bytes under the id it returns, once, however often they come', async () => {
    const { library, blobs, rows } = assetLibraryForTests()
    const picture = await quartersPicture().jpeg().toBuffer()
    const asset = await library.addPicture(picture)
    expect(await library.addPicture(picture)).toEqual(asset)
    expect(await library.get(asset.id)).toEqual(asset)
    expect((await library.read(asset.id))?.length).toBe(asset.bytes)
    expect([[...blobs.keys()], [...rows.keys()]]).toEqual([[pictureKey(asset.id)], [asset.id]])
  })

  it('keeps a provider’s bytes as they came', async () => {
    const { library } = assetLibraryForTests()
    const output = await quartersPicture().webp().toBuffer()
    const asset = await library.addOutput(output)
    expect(asset.type).toBe('image/webp')
    expect(Buffer.from((await library.read(asset.id)) ?? []).equals(output)).toBe(true)
  })

  it('writes the blob first, so that a crash can’t leave a record without a picture', async () => {
    const { store, records, blobs, rows, now } = assetLibraryForTests()
    const insert = async () => {
      expect(blobs.size).toBe(1)
      throw new Error('crash')
    }
    const crashing = createAssetLibrary({ blobs: store, records: { ...records, insert }, now })
    await expect(crashing.addPicture(await quartersPicture().png().toBuffer())).rejects.toThrow('crash')
    expect(rows.size).toBe(0)
  })

  it('stores the picture again if the sweep took it just before its record was there', async () => {
    const { store, records, blobs, now } = assetLibraryForTests()
    const insert: typeof records.insert = async (asset, createdAt) => {
      blobs.clear()
      await records.insert(asset, createdAt)
    }
    const library = createAssetLibrary({ blobs: store, records: { ...records, insert }, now })
    const { id } = await library.addPicture(await quartersPicture().png().toBuffer())
    expect(await library.read(id)).toBeDefined()
  })

  it('stores nothing of what is refused', async () => {
    const { library, blobs, rows } = assetLibraryForTests()
    await expect(library.addPicture(Buffer.from('<svg/>'))).rejects.toMatchObject({ code: 'svg' })
    await expect(library.addOutput(Buffer.from('<html>oops'))).rejects.toMatchObject({
      code: 'not-a-picture',
    })
    expect(blobs.size + rows.size).toBe(0)
  })
})

describe('a variant', () => {
  it.each([
    [2000, 1000, { 160: [160, 80], 320: [320, 160], 640: [640, 320], 1280: [1280, 640] }],
    [300, 200, { 160: [160, 107], 320: [300, 200], 640: [300, 200], 1280: [300, 200] }],
    [1, 4000, { 160: [1, 4000], 320: [1, 4000], 640: [1, 4000], 1280: [1, 4000] }],
    [20_000, 10, { 160: [160, 1], 320: [320, 1], 640: [640, 1], 1280: [1280, 1] }],
    // WebP ends at 16,383 pixels.
    [10, 20_000, { 160: [8, 16_383], 320: [8, 16_383], 640: [8, 16_383], 1280: [8, 16_383] }],
  ] as const)('of %i × %i pixels is a WebP, whole and never enlarged', async (width, height, expected) => {
    const { library } = assetLibraryForTests()
    const { id } = await library.addOutput(await quartersPicture(width, height).png().toBuffer())
    for (const at of variantWidths) {
      const variant = await library.readVariant(id, at)
      expect(variant?.type).toBe('image/webp')
      const [w, h] = expected[at]
      expect(await sizeOf(variant?.bytes), String(at)).toEqual({ width: w, height: h, format: 'webp' })
    }
  })

  it('is made once, also for many who ask at the same time, and then read from the store', async () => {
    const { library, store, records, puts, now } = assetLibraryForTests()
    const { id } = await library.addPicture(await quartersPicture().jpeg().toBuffer())
    const all = await Promise.all(Array.from({ length: 10 }, () => library.readVariant(id, 160)))
    expect(await quartersOf(all[9]?.bytes ?? new Uint8Array())).toEqual(upright)
    expect(puts.filter((key) => key === variantKey(id, 160))).toHaveLength(1)

    const later = createAssetLibrary({ blobs: store, records, now })
    const again = await later.readVariant(id, 160)
    expect(Buffer.from(again?.bytes ?? []).equals(all[0]?.bytes ?? Buffer.of())).toBe(true)
    expect(puts.filter((key) => key === variantKey(id, 160))).toHaveLength(1)
  })

  it('keeps transparency', async () => {
    const { library } = assetLibraryForTests()
    const { id } = await library.addPicture(await halfClear().png().toBuffer())
    expect((await sharp((await library.readVariant(id, 160))?.bytes).metadata()).hasAlpha).toBe(true)
  })
})

describe('for a provider', () => {
  it.each(['jpeg', 'png'] as const)('an opaque %s is given as it is', async (format) => {
    const { library } = assetLibraryForTests()
    const picture = await quartersPicture().toFormat(format).toBuffer()
    const { id } = await library.addOutput(picture)
    const given = await library.readForProvider(id)
    expect(given?.type).toBe(`image/${format}`)
    expect(Buffer.from(given?.bytes ?? []).equals(picture)).toBe(true)
    expect(await library.prepareForProvider(id, 'picture')).toEqual({
      key: pictureKey(id),
      type: `image/${format}`,
    })
  })

  it('a WebP becomes PNG', async () => {
    const { library } = assetLibraryForTests()
    const { id } = await library.addOutput(await quartersPicture().webp({ lossless: true }).toBuffer())
    const given = await library.readForProvider(id)
    expect(given?.type).toBe('image/png')
    expect(await sizeOf(given?.bytes)).toEqual({ width: 96, height: 64, format: 'png' })
    expect(await quartersOf(given?.bytes ?? new Uint8Array(), 1)).toEqual(upright)
  })

  it('transparency becomes white, and the blob is there to be linked', async () => {
    const { library, store } = assetLibraryForTests()
    const clear = sharp({ create: { width: 8, height: 8, channels: 4, background: '#00000000' } })
    const { id } = await library.addPicture(await clear.png().toBuffer())
    const prepared = await library.prepareForProvider(id, 'picture')
    const given = await library.readForProvider(id)
    expect(given?.bytes).toEqual(await store.get(prepared?.key ?? ''))
    const { data, info } = await sharp(given?.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(info.channels).toBe(3)
    expect(data.every((value) => value === 255)).toBe(true)
  })

  it('a mask is grey and opaque, unpainted areas black', async () => {
    const { library } = assetLibraryForTests()
    const stroke = await sharp({ create: { width: 4, height: 8, channels: 4, background: '#ffffffff' } })
      .png()
      .toBuffer()
    const mask = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#ffffff00' } })
      .composite([{ input: stroke, left: 0, top: 0 }])
      .png()
      .toBuffer()
    const { id } = await library.addPicture(mask)
    const given = await library.readMaskForProvider(id)
    expect(given?.type).toBe('image/png')
    expect(await sharp(given?.bytes).metadata()).toMatchObject({ channels: 1, space: 'b-w', depth: 'uchar' })
    const row = (await sharp(given?.bytes).toColourspace('b-w').raw().toBuffer()).subarray(0, 8)
    expect([...row]).toEqual([255, 255, 255, 255, 0, 0, 0, 0])
  })
})

it.each([nobody, '../../etc/passwd', '', 'A'.repeat(64)])('knows nothing of %j', async (id) => {
  const { library } = assetLibraryForTests()
  expect(await library.get(id)).toBeUndefined()
  expect(await library.read(id)).toBeUndefined()
  expect(await library.readVariant(id, 160)).toBeUndefined()
  expect(await library.readForProvider(id)).toBeUndefined()
  expect(await library.prepareForProvider(id, 'mask')).toBeUndefined()
})
