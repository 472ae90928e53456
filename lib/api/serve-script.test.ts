import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveScript } from './serve-script'

let folder = ''
beforeAll(() => {
  fs.mkdirSync('.data', { recursive: true })
  folder = fs.mkdtempSync(path.join('.data', 'scripts-'))
  fs.writeFileSync(path.join(folder, 'a-1~.js'), 'plain')
  fs.writeFileSync(path.join(folder, 'b.js'), 'plain b')
  fs.writeFileSync(path.join(folder, 'b.js.br'), brotliCompressSync('plain b'))
  fs.writeFileSync(path.join(folder, 'c.txt'), 'not a script')
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

describe('a script of the build', () => {
  it.each([
    ['a-1~.js', 'plain'],
    ['b.js', 'plain b'],
  ])('comes as Brotli, compressed ahead or not, and is kept for ever: %s', async (name, text) => {
    const response = await serveScript(folder, name)
    expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe(text)
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each(['c.txt', 'absent.js', '../secret.js', 'x/../b.js', '..js/../../b.js', ''])(
    'is the only thing that is served: not "%s"',
    async (name) => {
      expect((await serveScript(folder, name)).status).toBe(404)
    },
  )
})
