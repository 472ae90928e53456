import { PictureRefused } from './picture-refused'

/** What can be decoded. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'tiff'

const accepted = 'Use JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF.'

/**
 * The format by the first bytes alone; names and headers are not asked. Throws `PictureRefused` for all else, so no
 * decoder outside this list (SVG, PDF, …) is ever reached.
 */
export function recognisePicture(bytes: Uint8Array): PictureFormat {
  if (bytes.length === 0) throw new PictureRefused('not-a-picture', `The file is empty. ${accepted}`)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  const format = formatOf(head)
  if (format) return format
  if (isSvg(head)) {
    const advice = 'Export it as PNG and use that.'
    throw new PictureRefused('svg', `The file is an SVG drawing, not a picture made of pixels. ${advice}`)
  }
  throw new PictureRefused('not-a-picture', `The file is ${nameOf(head)}. ${accepted}`)
}

function formatOf(head: Buffer): PictureFormat | undefined {
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  const text = head.toString('latin1')
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff'
  if (text.slice(4, 8) === 'ftyp') return formatOfBrands(head)
  return undefined
}

// AVIF, HEIC and MP4 share one container; the brands in its first box tell them apart.
function formatOfBrands(head: Buffer): PictureFormat | undefined {
  const end = Math.min(head.length, Math.max(12, head.length >= 4 ? head.readUInt32BE(0) : 0))
  const brands: string[] = head.toString('latin1', 8, end).match(/.{4}/gs) ?? []
  if (brands.includes('avif') || brands.includes('avis')) return 'avif'
  return ['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'].includes(brands[0] ?? '') ? 'heic' : undefined
}

function isSvg(head: Buffer): boolean {
  // UTF-16 drawings exist; without their zero bytes they read like the others.
  const text = head.toString('latin1').replaceAll('\0', '')
  return /^[^<]{0,3}\s*</.test(text) && /<(\w+:)?svg[\s/>]/i.test(text) && !isHtml(text)
}

/** What a refused file is, as far as a person is helped by hearing it. */
function nameOf(head: Buffer): string {
  const text = head.toString('latin1')
  if (text.startsWith('%PDF-')) return 'a PDF, not a picture'
  if (text.slice(4, 8) === 'ftyp' || startsWith(head, 0x1a, 0x45, 0xdf, 0xa3)) return 'a video, not a picture'
  if (isHtml(text)) return 'a web page, not a picture'
  if (text.startsWith('BM')) return 'a BMP picture, which can’t be read here'
  if (startsWith(head, 0xff, 0x0a) || text.slice(4, 8) === 'JXL ')
    return 'a JPEG XL picture, which can’t be read here'
  if (text.startsWith('PK')) return 'a ZIP archive, not a picture'
  return 'not a picture'
}

function isHtml(text: string): boolean {
  return /^[^<]{0,3}\s*<(!doctype html|html|head|body)/i.test(text)
}

function startsWith(head: Buffer, ...magic: number[]): boolean {
  return magic.every((byte, index) => head[index] === byte)
}
