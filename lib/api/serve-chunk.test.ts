import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveChunk } from './serve-chunk'

let folder = ''
beforeAll(() => {
  fs.mkdirSync('.data', { recursive: true })
  folder = fs.mkdtempSync(path.join('.data', 'chunks-'))
  fs.writeFileSync(path.join(folder, 'a-1~.js'), 'plain')
  fs.writeFileSync(path.join(folder, 'b.js'), 'plain b')
  fs.writeFileSync(path.join(folder, 'b.js.br'), brotliCompressSync('plain b'))
  fs.writeFileSync(path.join(folder, 'c.css'), 'plain c')
  fs.writeFileSync(path.join(folder, 'd.txt'), 'neither')
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

describe('a script or stylesheet of the build', () => {
  it.each([
    ['a-1~.js', 'plain', 'application/javascript'],
    ['b.js', 'plain b', 'application/javascript'],
    ['c.css', 'plain c', 'text/css'],
  ])('comes as Brotli, compressed ahead or not, and is kept for ever: %s', async (name, text, type) => {
    const response = await serveChunk(folder, name)
    expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe(text)
    expect(response.headers.get('content-type')).toContain(type)
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each(['d.txt', 'absent.js', 'absent.css', '../secret.js', 'x/../b.js', '..js/../../b.js', ''])(
    'is the only thing that is served: not "%s"',
    async (name) => {
      expect((await serveChunk(folder, name)).status).toBe(404)
    },
  )
})
