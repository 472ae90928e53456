import 'server-only'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { projectFile } from '@/lib/project-file'

/** Next's names for what it makes; nothing in them leads out of the folder. */
const chunkName = /^[\w~][\w~.-]*\.(js|css)$/
const contentTypes = new Map([
  ['js', 'application/javascript; charset=UTF-8'],
  ['css', 'text/css; charset=UTF-8'],
])

/**
 * A script or stylesheet of the build in Brotli: a sixth less on the wire than Next's own gzip. `npm start` has
 * compressed it ahead; where only `next build` has run, it is compressed now, less well. That it is Brotli is said in
 * next.config.ts.
 * @param folder below the working folder
 */
export async function serveChunk(folder: string, name: string): Promise<Response> {
  // Without a word of text: it would be taken for Brotli.
  const contentType = contentTypes.get(chunkName.exec(name)?.[1] ?? '')
  if (!contentType) return new Response(null, { status: 404 })
  const file = projectFile(folder, name)
  const bytes = (await readIfThere(`${file}.br`)) ?? (await compressIfThere(file))
  if (!bytes) return new Response(null, { status: 404 })
  return new Response(bytes, {
    headers: {
      'content-type': contentType,
      // A name holds its content's hash.
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    },
  })
}

async function compressIfThere(file: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const bytes = await readIfThere(file)
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
  return bytes && (await promisify(brotliCompress)(bytes, quick))
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
