import 'server-only'

const starts = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
  webp: [0x52, 0x49, 0x46, 0x46],
}
/** The last chunk of every PNG: IEND with its checksum. */
const pngEnd = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]

/**
 * Whether an answer's bytes are a picture, and all of it, as far as can be seen without decoding.
 *
 * @param complete whether the answer came to its end; a PNG shows by itself that it is whole
 */
export function isWholePicture(bytes: Uint8Array, complete: boolean): boolean {
  if (startsWith(bytes, starts.png)) return complete || startsWith(bytes.subarray(-pngEnd.length), pngEnd)
  return complete && (startsWith(bytes, starts.jpeg) || startsWith(bytes, starts.webp))
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
