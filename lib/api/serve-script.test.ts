import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
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
  it('comes compressed where it was compressed, else as it is, and is kept for ever', async () => {
    const compressed = await serveScript(folder, 'b.js')
    expect(compressed.headers.get('content-encoding')).toBe('br')
    expect(Buffer.from(await compressed.arrayBuffer())).toEqual(brotliCompressSync('plain b'))
    const plain = await serveScript(folder, 'a-1~.js')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('cache-control')).toContain('immutable')
    expect(await plain.text()).toBe('plain')
  })

  it.each(['c.txt', 'absent.js', '../secret.js', 'x/../b.js', '..js/../../b.js', ''])(
    'is the only thing that is served: not "%s"',
    async (name) => {
      expect((await serveScript(folder, name)).status).toBe(404)
    },
  )
})
