import { expect, it } from 'vitest'
import type { AssetType } from '@/lib/assets/asset'
import { sharp } from '@/lib/assets/sharp-settings'
import { cleanPicture } from './clean-picture'

const secret = 'the hidden instruction'

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c84' } }).composite([
    { input: { create: { width: 9, height: 9, channels: 4, background: '#08f8' } }, left: 3, top: 4 },
  ])

const told = { exif: { IFD0: { ImageDescription: secret } }, xmp: `<x:xmpmeta>${secret}</x:xmpmeta>` }
const withMetadata = () => picture().withIccProfile('p3').withExif(told.exif).withXmp(told.xmp)

/** A PNG text chunk as the usual generators write them; its checksum is not looked at here. */
function pngText(): Buffer {
  const content = Buffer.from(`parameters\0${secret}`)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length)
  head.write('tEXt', 4)
  return Buffer.concat([head, content, Buffer.alloc(4)])
}

async function files(): Promise<[string, AssetType, Buffer][]> {
  const png = await withMetadata().png().toBuffer()
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, secret.length + 2]), Buffer.from(secret)])
  const jpeg = await withMetadata().jpeg().toBuffer()
  return [
    [
      'PNG',
      'image/png',
      Buffer.concat([png.subarray(0, 33), pngText(), png.subarray(33), Buffer.from(secret)]),
    ],
    [
      'JPEG',
      'image/jpeg',
      Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from(secret)]),
    ],
    ['progressive JPEG', 'image/jpeg', await withMetadata().jpeg({ progressive: true }).toBuffer()],
    ['lossy WebP', 'image/webp', await withMetadata().webp().toBuffer()],
    ['lossless WebP', 'image/webp', await withMetadata().webp({ lossless: true }).toBuffer()],
    ['bare WebP', 'image/webp', await picture().webp().toBuffer()],
  ]
}

it('leaves every pixel and the colour profile, and nothing of what was written into the file', async () => {
  for (const [name, type, file] of await files()) {
    const clean = Buffer.from(cleanPicture(file, type))
    expect(clean.includes(secret), name).toBe(false)
    const { exif, xmp, icc, comments } = await sharp(clean).metadata()
    expect({ exif, xmp, comments }, name).toEqual({ exif: undefined, xmp: undefined, comments: undefined })
    expect(icc, name).toEqual((await sharp(file).metadata()).icc)
    const [before, after] = await Promise.all([file, clean].map((one) => sharp(one).raw().toBuffer()))
    expect(after?.equals(before!), name).toBe(true)
  }
})

it('refuses what ends early', async () => {
  for (const [, type, file] of await files()) {
    const half = file.subarray(0, Math.floor(file.length / 2))
    expect(() => cleanPicture(half, type)).toThrow('not a whole')
  }
})
