import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeBlobStore } from './describe-blob-store'
import { createDiskBlobStore } from './disk-blob-store'

const makeFolder = () => mkdtemp(join(tmpdir(), 'diptych-blobs-'))

describeBlobStore('A folder', async () => {
  const folder = await makeFolder()
  return { store: createDiskBlobStore(folder), close: () => rm(folder, { recursive: true }) }
})

describe('A folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = await makeFolder()
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is open to its owner only', async () => {
    const inner = join(folder, 'data', 'assets')
    await createDiskBlobStore(inner).put('pictures/x', Buffer.from('x'))
    for (const path of [join(folder, 'data'), inner, join(inner, 'pictures')]) {
      expect((await stat(path)).mode & 0o777, path).toBe(0o700)
    }
    expect((await stat(join(inner, 'pictures/x'))).mode & 0o777).toBe(0o600)
  })

  it('leaves no temporary file when a put fails', async () => {
    const store = createDiskBlobStore(folder)
    await store.put('a/b/c', Buffer.from('x'))
    // A folder lies where the file should go, so the rename fails.
    await expect(store.put('a/b', Buffer.from('y'))).rejects.toThrow()
    expect(await readdir(join(folder, 'a'))).toEqual(['b'])
  })

  it('never shows part of a blob when the process is killed while writing, and the rest can be removed', async () => {
    const size = 8_000_000
    const writer = fileURLToPath(new URL('./disk-blob-store.ts', import.meta.url))
    const script = `
      const { createDiskBlobStore } = await import(${JSON.stringify(writer)})
      const store = createDiskBlobStore(${JSON.stringify(folder)})
      console.log('ready')
      for (let n = 0; ; n++) await store.put('pictures/' + n, new Uint8Array(${size}).fill(7))`
    const options = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', script]
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const store = createDiskBlobStore(folder)
    // Killed in the middle of a write: a temporary file is there, and some whole blobs before it.
    for (;;) {
      const names = await readdir(join(folder, 'pictures')).catch(() => [])
      if (names.length > 2 && names.some((name) => name.startsWith('.'))) break
    }
    child.kill('SIGKILL')
    await once(child, 'exit')

    let seen = 0
    for await (const { key } of store.list('')) {
      seen += 1
      expect((await store.get(key))?.length, key).toBe(size)
    }
    expect(seen).toBeGreaterThan(0)
    await store.removeUnfinished(Date.now() + 1000)
    expect((await readdir(join(folder, 'pictures'))).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('removes unfinished files only when they are old enough', async () => {
    const store = createDiskBlobStore(folder)
    await store.put('pictures/x', Buffer.from('x'))
    for (const [name, time] of [
      ['old', 1000],
      ['new', 3000],
    ] as const) {
      const path = join(folder, 'pictures', `.writing-${name}`)
      await writeFile(path, 'half')
      await utimes(path, time, time)
    }
    expect(await store.removeUnfinished(2_000_000)).toBe(1)
    expect((await readdir(join(folder, 'pictures'))).sort()).toEqual(['.writing-new', 'x'])
  })
})
