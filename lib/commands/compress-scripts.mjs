import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

/** Puts a Brotli file beside each script of a build, as small as it gets: made once, sent many times. */
export async function compressScripts(folder = '.next/static/chunks') {
  const scripts = fs.readdirSync(folder).filter((name) => name.endsWith('.js'))
  await Promise.all(
    scripts.map(async (name) => {
      const file = path.join(folder, name)
      fs.writeFileSync(`${file}.br`, await promisify(brotliCompress)(fs.readFileSync(file)))
    }),
  )
}
