import 'server-only'
import { crc32 } from 'node:zlib'
import type { AssetType } from '@/lib/assets/asset'

/** How a picture was made, as it is written into its file. */
export interface WrittenParameters {
  instruction?: string
  /** Plain data: model, provider, seed and what else was set. */
  parameters: Record<string, unknown>
}

/** The types into which something can be written. */
export const typesWithParameters: readonly AssetType[] = ['image/png', 'image/jpeg']

/**
 * The file with its parameters written into it, its pixels untouched: PNG as `iTXt` (Description, Software, parameters),
 * JPEG as XMP (dc:description, xmp:CreatorTool, diptych:parameters). Other types come back as they are.
 */
export function writeParameters(
  bytes: Uint8Array,
  type: AssetType,
  written: WrittenParameters,
): Uint8Array<ArrayBuffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'image/png') return insert(file, endOfPngHead(file), pngTexts(written))
  if (type === 'image/jpeg') return insert(file, endOfJpegHead(file), xmpSegment(written))
  return new Uint8Array(file)
}

function insert(file: Buffer, at: number, part: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([file.subarray(0, at), part, file.subarray(at)]))
}

/** Signature and IHDR, which must come first. */
function endOfPngHead(file: Buffer): number {
  return 8 + 12 + file.readUInt32BE(8)
}

function pngTexts({ instruction, parameters }: WrittenParameters): Buffer {
  const texts: [string, string | undefined][] = [
    ['Description', instruction],
    ['Software', 'Diptych'],
    ['parameters', JSON.stringify(parameters)],
  ]
  return Buffer.concat(
    texts.flatMap(([keyword, text]) => (text === undefined ? [] : [pngText(keyword, text)])),
  )
}

function pngText(keyword: string, text: string): Buffer {
  // Keyword, not compressed, no language, no translated keyword, UTF-8.
  const content = Buffer.from(`iTXt${keyword}\0\0\0\0\0${text}`)
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length - 4)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(content))
  return Buffer.concat([head, content, sum])
}

/** Some readers want the JFIF segment right after the start. */
function endOfJpegHead(file: Buffer): number {
  const hasJfif = file[2] === 0xff && file[3] === 0xe0
  return hasJfif ? 4 + file.readUInt16BE(4) : 2
}

/** A segment's length is told in two bytes, which it includes. */
const mostSegmentBytes = 0xffff - 2

function xmpSegment(written: WrittenParameters): Buffer {
  const name = Buffer.from('http://ns.adobe.com/xap/1.0/\0')
  const whole = Buffer.from(xmp(written))
  // A text of this length is an accident; what can be read by machines goes first.
  const packet = whole.length + name.length > mostSegmentBytes ? Buffer.from(xmp({ parameters: {} })) : whole
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(2 + name.length + packet.length, 2)
  return Buffer.concat([head, name, packet])
}

function xmp({ instruction, parameters }: WrittenParameters): string {
  const description =
    instruction === undefined
      ? ''
      : `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(instruction)}</rdf:li></rdf:Alt></dc:description>`
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ' +
    'xmlns:diptych="urn:diptych:parameters">' +
    '<xmp:CreatorTool>Diptych</xmp:CreatorTool>' +
    description +
    `<diptych:parameters>${escapeXml(JSON.stringify(parameters))}</diptych:parameters>` +
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
  )
}

/** Control characters have no place in XML at all. */
function escapeXml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (character) => (/\s/.test(character) ? character : ''))
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}
