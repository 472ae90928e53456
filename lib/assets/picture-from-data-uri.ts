import 'server-only'
import { pictureLimits } from './picture-limits'
import { PictureRefused, tooManyBytes } from './picture-refused'

export function isDataUri(text: string): boolean {
  return /^data:/i.test(text)
}

/**
 * The bytes of a base64 data URI; its media type is not believed, bytes decide. Checked against the limit before
 * anything is decoded. Throws `PictureRefused`.
 */
export function readDataUri(uri: string, limit = pictureLimits.bytes): Uint8Array {
  const comma = uri.indexOf(',')
  // The part before the comma is short; looking at no more keeps a hostile one cheap.
  const isBase64 = comma > 0 && comma < 200 && /^data:[^,]*;base64$/i.test(uri.slice(0, comma))
  if (!isBase64) {
    const advice = 'It must begin like data:image/png;base64, and hold base64 after the comma.'
    throw new PictureRefused('not-a-picture', `The data URI is not base64. ${advice}`)
  }
  const size = Math.floor(((uri.length - comma - 1) * 3) / 4)
  // Line breaks and padding are not content: a little room for them, the exact check follows below.
  if (size > limit * 1.05 + 3) throw tooManyBytes(limit, size)
  const base64 = uri.slice(comma + 1).replace(/\s+/g, '')
  if (/[^A-Za-z0-9+/_=-]/.test(base64)) {
    throw new PictureRefused(
      'not-a-picture',
      'The data URI holds characters that are not base64. Copy it again.',
    )
  }
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > limit) throw tooManyBytes(limit, bytes.length)
  return bytes
}
