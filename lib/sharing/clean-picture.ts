import type { AssetType } from '@/lib/assets/asset'

/**
 * A stored picture without what a provider may have written into its file (instruction, model, seed, comments): every
 * pixel stays as it is, bit for bit, and so do the colour profile and transparency. Only whole parts of the file are left
 * out, nothing is encoded anew.
 *
 * @throws Error if the file is not built as its type says
 */
export function cleanPicture(bytes: Uint8Array, type: AssetType): Uint8Array<ArrayBuffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = { 'image/png': pngParts, 'image/jpeg': jpegParts, 'image/webp': webpParts }[type](file)
  return new Uint8Array(Buffer.concat(parts))
}

/** What is needed to draw a PNG: the picture, transparency, and how its numbers are colours. */
const pngChunks = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT']

function pngParts(file: Buffer): Buffer[] {
  const parts = [file.subarray(0, 8)]
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    if (end > file.length) break
    if (pngChunks.includes(name)) parts.push(file.subarray(at, end))
    // What follows the end is no part of the picture.
    if (name === 'IEND') return parts
    at = end
  }
  throw broken('PNG')
}

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, jfif: 0xe0, icc: 0xe2, adobe: 0xee }

function jpegParts(file: Buffer): Buffer[] {
  const parts = [file.subarray(0, 2)]
  for (let at = 2; at + 4 <= file.length;) {
    if (file[at] !== 0xff) throw broken('JPEG')
    const kind = file[at + 1] ?? 0
    // Fill bytes may stand before a marker.
    if (kind === 0xff) {
      at += 1
      continue
    }
    if (kind === marker.end) return [...parts, file.subarray(at, at + 2)]
    const end = at + 2 + file.readUInt16BE(at + 2)
    const next = kind === marker.scan ? endOfScan(file, end) : end
    parts.push(...keptSegment(file.subarray(at, next), kind))
    at = next
    if (at + 2 <= file.length && file[at] === 0xff && file[at + 1] === marker.end)
      return [...parts, file.subarray(at, at + 2)]
  }
  throw broken('JPEG')
}

/** The picture's own data holds no marker but those that restart its decoder. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = from; at + 1 < file.length; at++) {
    const next = file[at + 1] ?? 0
    if (file[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  throw broken('JPEG')
}

function keptSegment(segment: Buffer, kind: number): Buffer[] {
  const name = (text: string) => segment.toString('latin1', 4, 4 + text.length) === text
  if (kind === marker.comment) return []
  if (kind < 0xe0 || kind > 0xef) return [segment]
  if (kind === marker.jfif && name('JFIF\0')) return [withoutThumbnail(segment)]
  if (kind === marker.icc && name('ICC_PROFILE\0')) return [segment]
  if (kind === marker.adobe && name('Adobe')) return [segment]
  return []
}

/** A small copy may lie here, made of another version of the picture. */
function withoutThumbnail(segment: Buffer): Buffer {
  const bare = Buffer.from(segment.subarray(0, 18))
  bare.writeUInt16BE(16, 2)
  bare.fill(0, 16)
  return bare
}

const webpChunks = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']
/** Of the flags: there is EXIF, there is XMP. */
const webpMetadataFlags = 0b1100

function webpParts(file: Buffer): Buffer[] {
  const parts: Buffer[] = []
  const fileEnd = file.length >= 12 ? 8 + file.readUInt32LE(4) : Infinity
  if (fileEnd > file.length + 1) throw broken('WebP')
  for (let at = 12; at + 8 <= fileEnd;) {
    const length = file.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    const name = file.toString('latin1', at, at + 4)
    if (at + 8 + length > file.length) throw broken('WebP')
    if (webpChunks.includes(name)) {
      const chunk = Buffer.from(file.subarray(at, Math.min(end, file.length)))
      if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~webpMetadataFlags
      parts.push(chunk)
    }
    at = end
  }
  const head = Buffer.from(file.subarray(0, 12))
  head.writeUInt32LE(4 + parts.reduce((sum, part) => sum + part.length, 0), 4)
  return [head, ...parts]
}

function broken(type: string): Error {
  return new Error(`This is not a whole ${type} file.`)
}
