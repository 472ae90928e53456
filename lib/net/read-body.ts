import 'server-only'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'

export interface BoundedBody {
  bytes: Uint8Array<ArrayBuffer>
  /** `broken`: the connection ended early, `bytes` is what came before. `too-large`: cut at the limit. */
  ended: 'complete' | 'broken' | 'too-large'
}

/**
 * Reads a response body into memory, never more than `maxBytes` of it, also after decompression: the sizes a server
 * declares are not believed.
 *
 * @param encoding the Content-Encoding header; we never ask for one, but some servers compress all the same
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  { maxBytes, encoding }: { maxBytes: number; encoding?: string },
): Promise<BoundedBody> {
  const chunks: Uint8Array[] = []
  let length = 0
  let ended: BoundedBody['ended'] = 'complete'
  try {
    for await (const chunk of body) {
      length += chunk.length
      if (length > maxBytes) {
        ended = 'too-large'
        break
      }
      chunks.push(chunk)
    }
  } catch {
    ended = 'broken'
  }
  const bytes = new Uint8Array(Buffer.concat(chunks))
  const decode = decoders[encoding?.trim().toLowerCase() ?? '']
  if (!decode || ended !== 'complete') return { bytes, ended }
  try {
    return { bytes: new Uint8Array(await decode(bytes, { maxOutputLength: maxBytes })), ended }
  } catch (error) {
    const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    return { bytes: new Uint8Array(), ended: tooLarge ? 'too-large' : 'broken' }
  }
}

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const decoders: Record<string, Decode | undefined> = {
  gzip: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip),
  deflate: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflate),
  br: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(brotliDecompress),
}
