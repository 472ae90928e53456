import 'server-only'
import { crc32, deflateSync } from 'node:zlib'

const signatureAndHeader = 8 + 25

/** The same PNG, its numbers declared to be in the given ICC profile's colour space. */
export function embedIccProfile(png: Uint8Array, profile: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from('iCCPprofile\0\0', 'latin1'), deflateSync(profile)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length - 4)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(content))
  // The chunk must come before the pixels; right after the header is always allowed.
  const head = png.subarray(0, signatureAndHeader)
  return Buffer.concat([head, length, content, checksum, png.subarray(signatureAndHeader)])
}
