import 'server-only'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Asset, AssetType } from './asset'
import { decodeHeic } from './decode-heic'
import { withDecodeSlot, withHeicSlot } from './decode-slots'
import { recognisePicture, type PictureFormat } from './picture-format'
import { pictureLimits, type PictureLimits } from './picture-limits'
import { PictureRefused, refuseTooManyPixels, tooManyBytes } from './picture-refused'
import { sharp } from './sharp-settings'

/** Bytes in memory, or a file. */
export type PictureSource = Uint8Array | { path: string }

/** A picture ready to be stored, and what is known of it. */
export interface StoredPicture {
  bytes: Uint8Array
  asset: Asset
}

const timeoutSeconds = 60

/**
 * Turns whatever a person gives into a picture as we store it: upright, 8-bit sRGB, the first frame, and without any
 * metadata (place, camera, comments). Lossless sources and pictures with transparency become PNG, the rest JPEG at
 * quality 95 without chroma subsampling. Throws `PictureRefused`.
 */
export async function decodePicture(
  source: PictureSource,
  limits: PictureLimits = pictureLimits,
): Promise<StoredPicture> {
  const bytes = await readBounded(source, limits)
  const format = recognisePicture(bytes)
  const work = () =>
    withDecodeSlot(async () => {
      const { icc } = await readHeader(bytes, limits)
      const heic = { profile: icc, pixels: limits.pixels, timeoutMs: timeoutSeconds * 1000 }
      const readable = format === 'heic' ? await decodeHeic(bytes, heic) : bytes
      return convert(readable, isLossless(format, bytes), limits)
    })
  return explainDecodeErrors(format === 'heic' ? () => withHeicSlot(work) : work)
}

/**
 * A provider's picture as it came, byte for byte, where browsers can show it as it is; else like a person's.
 * It has been decoded to its end, so half a picture is refused. Throws `PictureRefused`.
 */
export async function keepPicture(
  bytes: Uint8Array,
  limits: PictureLimits = pictureLimits,
): Promise<StoredPicture> {
  if (bytes.length > limits.bytes) throw tooManyBytes(limits.bytes, bytes.length)
  const type = servedTypes[recognisePicture(bytes)]
  const kept = type && (await withDecodeSlot(() => explainDecodeErrors(() => keep(bytes, type, limits))))
  return kept ?? decodePicture(bytes, limits)
}

const servedTypes: Partial<Record<PictureFormat, AssetType>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

async function keep(
  bytes: Uint8Array,
  type: AssetType,
  limits: PictureLimits,
): Promise<StoredPicture | undefined> {
  const { width, height, hasAlpha, orientation = 1 } = await readHeader(bytes, limits)
  // Not every client that fetches a stored file turns it upright.
  if (orientation !== 1) return undefined
  // A small copy is cheap and needs every row, so a file that stops early is found out.
  await load(bytes, limits).resize(64, 64, { fit: 'inside' }).raw().toBuffer()
  return described(bytes, { type, width, height, hasAlpha: hasAlpha && (await isTransparent(bytes, limits)) })
}

async function readBounded(source: PictureSource, limits: PictureLimits): Promise<Uint8Array> {
  if (source instanceof Uint8Array) {
    if (source.length > limits.bytes) throw tooManyBytes(limits.bytes, source.length)
    return source
  }
  const file = await open(source.path)
  try {
    const { size } = await file.stat()
    if (size > limits.bytes) throw tooManyBytes(limits.bytes, size)
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** Reads the dimensions before any pixel is decoded: a few bytes can claim gigabytes. */
async function readHeader(bytes: Uint8Array, limits: PictureLimits) {
  // Without sharp's own check, so that the refusal can name the real dimensions; metadata() decodes nothing.
  const header = await sharp(bytes, { limitInputPixels: false }).metadata()
  refuseTooManyPixels(header.width, header.height, limits)
  return header
}

function load(bytes: Uint8Array, limits: PictureLimits) {
  return sharp(bytes, { failOn: 'error', limitInputPixels: limits.pixels }).timeout({
    seconds: timeoutSeconds,
  })
}

async function convert(bytes: Uint8Array, lossless: boolean, limits: PictureLimits): Promise<StoredPicture> {
  const { hasAlpha: hasChannel } = await sharp(bytes, { limitInputPixels: limits.pixels }).metadata()
  const hasAlpha = hasChannel && (await isTransparent(bytes, limits))
  const upright = load(bytes, limits).autoOrient().toColourspace('srgb')
  const coloured = hasAlpha ? upright : upright.removeAlpha()
  const type = hasAlpha || lossless ? 'image/png' : 'image/jpeg'
  const encoded =
    type === 'image/png' ? coloured.png() : coloured.jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return described(data, { type, width: info.width, height: info.height, hasAlpha })
}

/** Many pictures carry an alpha channel in which nothing is transparent. */
async function isTransparent(bytes: Uint8Array, limits: PictureLimits): Promise<boolean> {
  const alpha = await load(bytes, limits).extractChannel('alpha').raw().toBuffer()
  return alpha.some((value) => value !== 255)
}

function isLossless(format: PictureFormat, bytes: Uint8Array): boolean {
  if (format === 'png' || format === 'gif') return true
  return format === 'webp' && Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8L'
}

/** A file with what is known of it; its content is its id. */
export function described(bytes: Uint8Array, facts: Omit<Asset, 'id' | 'bytes'>): StoredPicture {
  const id = createHash('sha256').update(bytes).digest('hex')
  return { bytes, asset: { id, ...facts, bytes: bytes.length } }
}

/** The decoders' own words help nobody; they stay as the cause. */
async function explainDecodeErrors<T>(decode: () => Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (cause) {
    if (cause instanceof PictureRefused) throw cause
    if (cause instanceof Error && cause.message.startsWith('timeout')) {
      const sentence = `The picture could not be decoded within ${timeoutSeconds} seconds: scale it down and try again.`
      throw new PictureRefused('too-slow', sentence, { cause })
    }
    const advice = 'Download or export it again and try once more.'
    throw new PictureRefused('truncated', `The picture is damaged or incomplete. ${advice}`, { cause })
  }
}
