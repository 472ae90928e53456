import { inflateRawSync } from 'node:zlib'

const endRecord = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * The files of a ZIP archive by name, found through its directory as every unzip does, each checked against its sum.
 * For archives below 4 GB, whole in memory.
 */
export function readZip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(littleEndian(endRecord))
  if (end < 0) throw new Error('The archive has no end: it was cut off.')
  const files = new Map<string, Buffer>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error('The archive’s directory is damaged.')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      archive.readUInt16LE(at + field),
    )
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength!)
    if (files.has(name)) throw new Error(`The archive holds ${name} twice.`)
    files.set(name, readFile(archive, at, name))
    at += 46 + nameLength! + extraLength! + commentLength!
  }
  return files
}

function readFile(archive: Buffer, at: number, name: string): Buffer {
  const method = archive.readUInt16LE(at + 10)
  const sum = archive.readUInt32LE(at + 16)
  const length = archive.readUInt32LE(at + 20)
  const local = archive.readUInt32LE(at + 42)
  // The local header repeats the name, with an extra field of its own length.
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const stored = archive.subarray(start, start + length)
  const file = method === 0 ? stored : inflateRawSync(stored)
  if (crc32(file) !== sum) throw new Error(`${name} is damaged in the archive.`)
  return file
}

/** Node has it from version 22 on. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
