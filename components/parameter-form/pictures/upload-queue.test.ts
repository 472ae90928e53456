import { describe, expect, it } from 'vitest'
import type { Asset } from '@/lib/assets/asset'
import { fileProblem, maxPictureBytes, pixelProblem } from './picture-limits'
import { movePicture, placePicture } from './picture-order'
import type { PictureSource } from './picture-source'
import type { SendOptions } from './upload-picture'
import { UploadQueue } from './upload-queue'

/** A queue whose sends end when the test says so. */
function controlledQueue() {
  const sends: { url: string; options: SendOptions; store: () => void; fail: (why: string) => void }[] = []
  const stored: string[] = []
  const queue = new UploadQueue(
    (source: PictureSource, options) =>
      new Promise<Asset>((resolve, reject) => {
        const url = source.kind === 'url' ? source.url : ''
        sends.push({
          url,
          options,
          store: () =>
            resolve({ id: url, type: 'image/png', width: 1, height: 1, bytes: 1, hasAlpha: false }),
          fail: (why) => reject(new Error(why)),
        })
      }),
    (asset) => stored.push(asset.id),
  )
  const add = (...urls: string[]) =>
    queue.add(
      urls.map((url) => ({ kind: 'url', url })),
      'images',
    )
  return {
    queue,
    sends,
    stored,
    add,
    states: () => queue.snapshot().map(({ name, state }) => `${name} ${state}`),
  }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the upload queue', () => {
  it('sends three at once and the next when one is stored', async () => {
    const { sends, add, states, stored } = controlledQueue()
    add('a', 'b', 'c', 'd')
    expect(states()).toEqual(['a sending', 'b sending', 'c sending', 'd waiting'])
    sends[1]?.store()
    await settle()
    expect(stored).toEqual(['b'])
    expect(states()).toEqual(['a sending', 'c sending', 'd sending'])
  })

  it('keeps a failed one with its sentence, touches no other, and sends it again on wish', async () => {
    const { queue, sends, add, states, stored } = controlledQueue()
    add('a', 'b')
    sends[0]?.fail('Not a picture.')
    sends[1]?.store()
    await settle()
    expect(queue.snapshot()).toMatchObject([{ name: 'a', state: 'failed', error: 'Not a picture.' }])
    expect(stored).toEqual(['b'])
    queue.retry(1)
    expect(states()).toEqual(['a sending'])
    sends[2]?.store()
    await settle()
    expect(states()).toEqual([])
  })

  it('aborts what is canceled, and forgets it even if it arrives', async () => {
    const { queue, sends, add, states, stored } = controlledQueue()
    add('a')
    queue.remove(1)
    expect(sends[0]?.options.signal.aborted).toBe(true)
    sends[0]?.store()
    await settle()
    expect([states(), stored]).toEqual([[], []])
  })

  it('tells who waits for one how it went', async () => {
    const { queue, sends } = controlledQueue()
    const one = (url: string) => queue.addOne({ kind: 'url', url }, 'images')
    const [stored, failed, removed] = [one('a'), one('b'), one('c')]
    sends[0]?.store()
    sends[1]?.fail('Not a picture.')
    queue.remove(3)
    expect(await stored).toMatchObject({ id: 'a' })
    await expect(failed).rejects.toThrow('Not a picture.')
    await expect(removed).rejects.toThrow('removed before it had arrived')
    expect(queue.snapshot()).toMatchObject([{ name: 'b', state: 'failed' }])
  })

  it('tells progress, and gives React the same list until it changes', () => {
    const { queue, sends, add } = controlledQueue()
    add('a')
    const before = queue.snapshot()
    expect(queue.snapshot()).toBe(before)
    sends[0]?.options.onProgress(0.5)
    expect(queue.snapshot()).toMatchObject([{ progress: 0.5 }])
  })
})

describe('the order of pictures', () => {
  it('is the order of choosing, whichever arrives first', () => {
    const chosen = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
    const arrived = ['c', 'a', 'b'].reduce((list, id) => placePicture(list, id, chosen), ['old'])
    expect(arrived).toEqual(['old', 'a', 'b', 'c'])
    expect(placePicture(arrived, 'b', chosen)).toEqual(arrived)
  })

  it('moves one and leaves the rest', () => {
    expect(movePicture(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(movePicture(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
  })
})

describe('limits known before sending', () => {
  it('name what is wrong', () => {
    const file = { name: 'x', size: 10, type: 'image/png' }
    expect(fileProblem(file)).toBeUndefined()
    // Some systems do not know HEIC and give no type.
    expect(fileProblem({ ...file, type: '' })).toBeUndefined()
    expect(fileProblem({ ...file, size: maxPictureBytes + 1 })).toContain('51 MB')
    expect(fileProblem({ ...file, type: 'image/svg+xml' })).toContain('image/svg+xml')
    expect(fileProblem({ ...file, size: 0 })).toContain('empty')
    expect(pixelProblem(10_000, 8_000)).toBeUndefined()
    expect(pixelProblem(10_000, 8_001)).toContain('81 megapixels')
  })
})
