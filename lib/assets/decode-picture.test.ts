import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetSchema } from './asset'
import { decodePicture, keepPicture } from './decode-picture'
import { quartersOf, quartersPicture, upright } from './quarters-picture'
import { sharp } from './sharp-settings'

const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url))

async function chunksOf(picture: Uint8Array) {
  const { format, space, depth, channels, exif, icc, xmp, iptc, orientation, comments } =
    await sharp(picture).metadata()
  return {
    format,
    space,
    depth,
    channels,
    extra: [exif, icc, xmp, iptc, orientation, comments].filter(Boolean),
  }
}

const plainJpeg = { format: 'jpeg', space: 'srgb', depth: 'uchar', channels: 3, extra: [] }
const plainPng = { ...plainJpeg, format: 'png' }

describe('a picture from a person', () => {
  it('is described by what is stored, the same each time', async () => {
    const source = await quartersPicture().png().toBuffer()
    const first = await decodePicture(source)
    const id = createHash('sha256').update(first.bytes).digest('hex')
    const expected = {
      id,
      type: 'image/png',
      width: 96,
      height: 64,
      bytes: first.bytes.length,
      hasAlpha: false,
    }
    expect(first.asset).toEqual(expected)
    expect(assetSchema.parse(first.asset)).toEqual(expected)
    expect((await decodePicture(source)).asset.id).toBe(id)
  })

  it.each([
    [1, (picture: Buffer) => sharp(picture)],
    [2, (picture: Buffer) => sharp(picture).flop()],
    [3, (picture: Buffer) => sharp(picture).rotate(180)],
    [4, (picture: Buffer) => sharp(picture).flip()],
    [5, async (picture: Buffer) => sharp(await sharp(picture).rotate(90).toBuffer()).flop()],
    [6, (picture: Buffer) => sharp(picture).rotate(270)],
    [7, async (picture: Buffer) => sharp(await sharp(picture).rotate(270).toBuffer()).flop()],
    [8, (picture: Buffer) => sharp(picture).rotate(90)],
  ])('with EXIF orientation %i stands upright', async (orientation, turn) => {
    const turned = await turn(await quartersPicture().png().toBuffer())
    const source = await turned.jpeg({ quality: 100 }).withMetadata({ orientation }).toBuffer()
    const { bytes, asset } = await decodePicture(source)
    expect(await quartersOf(bytes)).toEqual(upright)
    expect(asset).toMatchObject({ type: 'image/jpeg', width: 96, height: 64 })
    expect(await chunksOf(bytes)).toEqual(plainJpeg)
  })

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)(
    'as %s loses place, camera and notes',
    async (format) => {
      const source = await quartersPicture()
        .toFormat(format)
        .withExif({
          IFD0: { Make: 'SecretCamera' },
          IFD3: { GPSLatitude: '52/1 31/1 12/1', GPSLatitudeRef: 'N' },
        })
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SecretNote</x:xmpmeta>')
        .toBuffer()
      expect(source.includes('Secret')).toBe(true)
      const { bytes } = await decodePicture(source)
      expect(Buffer.from(bytes).includes('Secret')).toBe(false)
      expect((await chunksOf(bytes)).extra).toEqual([])
      expect(await quartersOf(bytes)).toEqual(upright)
    },
  )

  it('with 16 bits becomes 8', async () => {
    const source = await quartersPicture().toColourspace('rgb16').png().toBuffer()
    expect((await chunksOf(source)).depth).toBe('ushort')
    const { bytes } = await decodePicture(source)
    expect(await chunksOf(bytes)).toEqual(plainPng)
    expect(await quartersOf(bytes)).toEqual(upright)
  })

  it('in CMYK becomes sRGB', async () => {
    const source = await quartersPicture().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()
    expect((await chunksOf(source)).space).toBe('cmyk')
    const { bytes } = await decodePicture(source)
    expect(await chunksOf(bytes)).toEqual(plainJpeg)
    // Print can't show these colours exactly; inverted or read as RGB they would be far off.
    expect(await quartersOf(bytes, 80)).toEqual(upright)
  })

  it('in Display P3 becomes sRGB', async () => {
    const source = await quartersPicture().withIccProfile('p3').jpeg({ quality: 100 }).toBuffer()
    expect((await chunksOf(source)).extra).toHaveLength(1)
    const { bytes } = await decodePicture(source)
    expect(await chunksOf(bytes)).toEqual(plainJpeg)
    expect(await quartersOf(bytes, 4)).toEqual(upright)
  })

  it.each([
    ['a palette', () => quartersPicture().png({ palette: true })],
    ['grey only', () => quartersPicture().greyscale().toColourspace('b-w').png()],
    ['grey in 16 bits', () => quartersPicture().toColourspace('grey16').png()],
  ])('with %s becomes RGB', async (_name, make) => {
    const { bytes } = await decodePicture(await make().toBuffer())
    expect(await chunksOf(bytes)).toEqual(plainPng)
  })

  it('keeps transparency that is used, and drops a channel that is not', async () => {
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#ff000080' } })
      .webp()
      .toBuffer()
    const kept = await decodePicture(clear)
    expect(kept.asset).toMatchObject({ type: 'image/png', hasAlpha: true })
    expect((await chunksOf(kept.bytes)).channels).toBe(4)

    const opaque = await decodePicture(await quartersPicture().ensureAlpha(1).webp().toBuffer())
    expect(opaque.asset).toMatchObject({ type: 'image/jpeg', hasAlpha: false })
    expect(await chunksOf(opaque.bytes)).toEqual(plainJpeg)
  })

  it('stays lossless when it came so', async () => {
    const source = await quartersPicture().webp({ lossless: true }).toBuffer()
    const { bytes, asset } = await decodePicture(source)
    expect(asset.type).toBe('image/png')
    expect(await quartersOf(bytes, 0)).toEqual(upright)
  })

  it('as animated GIF is its first frame', async () => {
    const frames = Buffer.concat([
      await quartersPicture(32, 32).raw().toBuffer(),
      await quartersPicture(32, 32).flop().raw().toBuffer(),
    ])
    const source = await sharp(frames, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } })
      .gif({ delay: [100, 100] })
      .toBuffer()
    expect((await sharp(source).metadata()).pages).toBe(2)
    const { bytes, asset } = await decodePicture(source)
    expect(asset).toMatchObject({ type: 'image/png', width: 32, height: 32 })
    expect(await quartersOf(bytes)).toEqual(upright)
  })

  it('as AVIF', async () => {
    const { bytes, asset } = await decodePicture(await quartersPicture().avif({ quality: 90 }).toBuffer())
    expect(asset).toMatchObject({ type: 'image/jpeg', width: 96, height: 64 })
    expect(await quartersOf(bytes)).toEqual(upright)
  })

  // Made with heif-enc from the quarters; the second declares Display P3, as phones do.
  it.each(['quarters.heic', 'display-p3.heic'])('as HEIC (%s)', async (name) => {
    const { bytes, asset } = await decodePicture(await fixture(name))
    expect(asset).toMatchObject({ type: 'image/jpeg', width: 96, height: 64, hasAlpha: false })
    expect(await chunksOf(bytes)).toEqual(plainJpeg)
    expect(await quartersOf(bytes, 9)).toEqual(upright)
  })

  it.each([
    [1, 4000],
    [20_000, 10],
    [4000, 3000],
  ])('of %i × %i pixels is taken', async (width, height) => {
    const source = await quartersPicture(width, height).jpeg().toBuffer()
    expect((await decodePicture(source)).asset).toMatchObject({ width, height })
  })

  it('is read from a file as well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'diptych-decode-'))
    const path = join(folder, 'picture.txt')
    await writeFile(path, await quartersPicture().png().toBuffer())
    expect((await decodePicture({ path })).asset).toMatchObject({ type: 'image/png', width: 96 })
    await rm(folder, { recursive: true })
  })
})

describe('a picture from a provider', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('as %s is kept byte for byte', async (format) => {
    const source = await quartersPicture()
      .toFormat(format)
      .withExif({ IFD0: { Software: 'x' } })
      .toBuffer()
    const { bytes, asset } = await keepPicture(source)
    expect(Buffer.from(bytes).equals(source)).toBe(true)
    expect(asset).toMatchObject({ type: `image/${format}`, width: 96, height: 64, hasAlpha: false })
  })

  it('that lies on its side is turned upright', async () => {
    const source = await quartersPicture().rotate(270).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { bytes, asset } = await keepPicture(source)
    expect(asset).toMatchObject({ type: 'image/jpeg', width: 96, height: 64 })
    expect(await quartersOf(bytes)).toEqual(upright)
  })

  it('in a format that browsers may not show is converted', async () => {
    const { asset } = await keepPicture(await quartersPicture().tiff().toBuffer())
    expect(asset.type).toBe('image/jpeg')
  })

  it('knows whether its transparency is used', async () => {
    expect((await keepPicture(await quartersPicture().ensureAlpha(1).png().toBuffer())).asset.hasAlpha).toBe(
      false,
    )
    expect(
      (await keepPicture(await quartersPicture().ensureAlpha(0.5).png().toBuffer())).asset.hasAlpha,
    ).toBe(true)
  })
})
