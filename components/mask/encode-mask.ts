import type { Mask } from '@/lib/masks/mask'

/**
 * The mask as a greyscale PNG of 8 bits. Written here and not by a canvas: that would take four bytes per pixel, refuses
 * large sizes on phones, and some browsers falsify what is read from one.
 */
export async function encodeMask({ width, height, data }: Mask): Promise<Blob> {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  // Eight bits, greyscale, deflate, the standard filters, not interlaced.
  header.set([8, 0, 0, 0, 0], 8)
  const parts = [
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...chunk('IHDR', header),
    ...chunk('IDAT', await deflate(filtered(data, width, height))),
    ...chunk('IEND', new Uint8Array(0)),
  ]
  return new Blob(parts, { type: 'image/png' })
}

/** Each row as its difference to the one above: masks change little from row to row. */
function filtered(data: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const up = 2
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) {
    const out = y * (width + 1)
    rows[out] = up
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      rows[out + 1 + x] = data[at]! - (y > 0 ? data[at - width]! : 0)
    }
  }
  return rows
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function chunk(type: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const head = new Uint8Array(8)
  const foot = new Uint8Array(4)
  new DataView(head.buffer).setUint32(0, data.length)
  for (let i = 0; i < 4; i++) head[4 + i] = type.charCodeAt(i)
  new DataView(foot.buffer).setUint32(0, checksum([head.subarray(4), data]))
  return [head, data, foot]
}

/** CRC-32, as PNG has it. */
function checksum(parts: Uint8Array[]): number {
  let sum = 0xffffffff
  for (const part of parts) for (const byte of part) sum = (sum >>> 8) ^ remainders[(sum ^ byte) & 255]!
  return (sum ^ 0xffffffff) >>> 0
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})
