import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Next's names for the scripts it makes; nothing in them leads out of the folder. */
const scriptName = /^[\w~][\w~.-]*\.js$/

/**
 * A script of the build, compressed with Brotli by `npm start`: a sixth less on the wire than Next's own gzip. Where
 * only `next build` has run there is no compressed file, and Next compresses the plain one.
 * @param folder below the working folder
 */
export async function serveScript(folder: string, name: string): Promise<Response> {
  if (!scriptName.test(name)) return new Response('There is no such script.', { status: 404 })
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), folder, name)
  const compressed = await readIfThere(`${file}.br`)
  const bytes = compressed ?? (await readIfThere(file))
  if (!bytes) return new Response('There is no such script.', { status: 404 })
  return new Response(bytes, {
    headers: {
      'content-type': 'application/javascript; charset=UTF-8',
      // A name holds its content's hash.
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(compressed && { 'content-encoding': 'br' }),
    },
  })
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
