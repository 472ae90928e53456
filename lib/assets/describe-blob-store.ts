import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BlobStore } from './blob-store'

/** The contract suite: every blob store must pass it. `open` gives an empty one. */
export function describeBlobStore(
  name: string,
  open: () => Promise<{ store: BlobStore; close(): Promise<void> }>,
): void {
  describe(`${name} as a blob store`, () => {
    let store: BlobStore
    let close: () => Promise<void>

    beforeEach(async () => {
      const opened = await open()
      store = opened.store
      close = () => opened.close()
    })
    afterEach(() => close())

    async function keysBelow(prefix: string): Promise<string[]> {
      const keys: string[] = []
      for await (const { key } of store.list(prefix)) keys.push(key)
      return keys.sort()
    }

    it('gives back the bytes that were put', async () => {
      const bytes = randomBytes(300_000)
      await store.put('pictures/ab/abc', bytes)
      const got = await store.get('pictures/ab/abc')
      expect(got && Buffer.from(got).equals(bytes)).toBe(true)
      expect(await store.has('pictures/ab/abc')).toBe(true)
    })

    it('gives the same bytes piece by piece, and can be left in the middle', async () => {
      const bytes = randomBytes(900_000)
      await store.put('pictures/ab/abc', bytes)
      const whole = await new Response(await store.stream('pictures/ab/abc')).bytes()
      expect(Buffer.from(whole).equals(bytes)).toBe(true)
      for (let pieces = 0; pieces < 6; pieces += 1) {
        const reader = (await store.stream('pictures/ab/abc'))!.getReader()
        for (let read = 0; read < pieces; read += 1) await reader.read()
        await new Promise((resolve) => setTimeout(resolve, 20))
        // While it works on the next piece: a fault that nobody can catch fails the whole suite.
        const next = reader.read()
        await Promise.all([reader.cancel(), next])
      }
      expect(await store.stream('pictures/none')).toBeUndefined()
    })

    it('knows nothing of a key that was never put', async () => {
      expect(await store.get('pictures/none')).toBeUndefined()
      expect(await store.has('pictures/none')).toBe(false)
      await store.delete('pictures/none')
      expect(await keysBelow('pictures/')).toEqual([])
    })

    it('keeps the last of several puts, also when they race', async () => {
      await store.put('a/b', Buffer.from('first'))
      await Promise.all([1, 2, 3].map(() => store.put('a/b', Buffer.from('second'))))
      expect(Buffer.from((await store.get('a/b')) ?? []).toString()).toBe('second')
      expect(await keysBelow('a/')).toEqual(['a/b'])
    })

    it('forgets what was deleted', async () => {
      await store.put('a/b', Buffer.from('x'))
      await store.delete('a/b')
      expect(await store.get('a/b')).toBeUndefined()
      expect(await store.has('a/b')).toBe(false)
    })

    it('lists the keys below a prefix, with the time of writing', async () => {
      const keys = ['pictures/aa/1', 'pictures/ab/2', 'pictures/ab/3.webp', 'variants/aa/160.webp', 'other']
      for (const key of keys) await store.put(key, Buffer.from(key))
      expect(await keysBelow('pictures/')).toEqual(keys.slice(0, 3))
      expect(await keysBelow('pictures/ab/')).toEqual(keys.slice(1, 3))
      expect(await keysBelow('')).toEqual([...keys].sort())
      for await (const { modifiedAt } of store.list('other')) {
        expect(Math.abs(Date.now() - modifiedAt)).toBeLessThan(60_000)
      }
    })

    it.each([
      '../outside',
      'a/../../b',
      '/etc/passwd',
      'a//b',
      'a/',
      '',
      '.hidden',
      'a/.b',
      'A/b',
      'a\\b',
      'a\0b',
      'ä',
    ])('refuses %j as a key', async (key) => {
      await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('Not a valid blob key')
      await expect(store.get(key)).rejects.toThrow('Not a valid blob key')
      await expect(store.has(key)).rejects.toThrow('Not a valid blob key')
      await expect(store.delete(key)).rejects.toThrow('Not a valid blob key')
    })
  })
}
