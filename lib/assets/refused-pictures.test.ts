import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodePicture, keepPicture } from './decode-picture'
import { pictureLimits } from './picture-limits'
import { PictureRefused } from './picture-refused'
import { sharp } from './sharp-settings'

async function refusalOf(source: Uint8Array | { path: string }) {
  const error = await decodePicture(source).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(PictureRefused)
  const { code, message } = error as PictureRefused
  return { code, message }
}

/** A well-formed PNG whose header promises far more than its few bytes of pixels. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(content.length)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function gifOf(width: number, height: number): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt16LE(width)
  size.writeUInt16LE(height, 2)
  const palette = [0x80, 0, 0, 0, 0, 0, 255, 255, 255]
  const frame = Buffer.concat([
    Buffer.from([0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([0, 2, 2, 0x4c, 0x01, 0, 0x3b]),
  ])
  return Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from(palette), frame])
}

async function heicOf(width: number, height: number): Promise<Buffer> {
  const heic = await readFile(new URL('./fixtures/quarters.heic', import.meta.url))
  const box = heic.indexOf('ispe')
  heic.writeUInt32BE(width, box + 8)
  heic.writeUInt32BE(height, box + 12)
  return heic
}

describe('refused', () => {
  it.each([
    ['an empty file', '', 'not-a-picture', 'The file is empty.'],
    ['plain text', 'just words', 'not-a-picture', 'The file is not a picture.'],
    ['a PDF', '%PDF-1.7\n…', 'not-a-picture', 'a PDF'],
    [
      'HTML named .png',
      '<!DOCTYPE html><html><body><svg></svg></body></html>',
      'not-a-picture',
      'a web page',
    ],
    ['a video', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'not-a-picture', 'a video'],
    ['a BMP', 'BM\0\0\0\0', 'not-a-picture', 'a BMP picture'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'svg', 'Export it as PNG'],
    [
      'an SVG behind a prolog',
      '\ufeff<?xml version="1.0"?>\n<!-- x -->\n<svg width="9"/>',
      'svg',
      'Export it as PNG',
    ],
  ])('%s', async (_name, content, code, words) => {
    const refusal = await refusalOf(Buffer.from(content))
    expect(refusal).toEqual({ code, message: expect.stringContaining(words) })
  })

  it('too many bytes, without reading the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'diptych-refused-'))
    const path = join(folder, 'large')
    const file = await open(path, 'w')
    // Sparse: a terabyte that takes no room. Reading it would never end.
    await file.truncate(1e12)
    await file.close()
    const { code, message } = await refusalOf({ path })
    expect(code).toBe('too-many-bytes')
    expect(message).toBe('The picture is 1,000,000 MB; the limit is 50 MB: make it smaller and try again.')
    await rm(folder, { recursive: true })

    const justOver = new Uint8Array(pictureLimits.bytes + 1)
    expect(await refusalOf(justOver)).toEqual({
      code,
      message: expect.stringContaining('is 50.1 MB; the limit is 50 MB'),
    })
    await expect(keepPicture(justOver)).rejects.toMatchObject({ code })
  })

  it.each([
    ['PNG', pngOf],
    ['GIF', gifOf],
    ['HEIC', heicOf],
  ])('a %s bomb, by its header', async (_format, make) => {
    const bomb = await make(60_000, 50_000)
    const { code, message } = await refusalOf(bomb)
    expect(code).toBe('too-many-pixels')
    expect(message).toContain('60000 × 50000 pixels (3,000 megapixels); the limit is 80 megapixels')
    await expect(keepPicture(bomb)).rejects.toMatchObject({ code })
  })

  it('a side no file format of ours can store', async () => {
    const { code, message } = await refusalOf(pngOf(70_000, 10))
    expect({ code, message }).toEqual({
      code: 'too-many-pixels',
      message: expect.stringContaining('a side may have at most 65000'),
    })
  })

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const)('half a %s', async (format) => {
    const background = { r: 128, g: 128, b: 128 }
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
    const whole = await sharp({ create: { width: 300, height: 200, channels: 3, background, noise } })
      .toFormat(format)
      .toBuffer()
    for (const part of [0.05, 0.5, 0.97]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part))
      expect((await refusalOf(cut)).message, String(part)).toContain('damaged or incomplete')
      await expect(keepPicture(cut), String(part)).rejects.toMatchObject({ code: 'truncated' })
    }
  })

  it('half a HEIC', async () => {
    const heic = await readFile(new URL('./fixtures/quarters.heic', import.meta.url))
    expect((await refusalOf(heic.subarray(0, 500))).code).toBe('truncated')
  })
})
