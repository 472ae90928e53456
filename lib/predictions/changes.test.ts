import { expect, it, vi } from 'vitest'
import { createChanges } from './changes'

/** How a wait ended, once it has. */
function watch(wait: Promise<boolean>) {
  const done = vi.fn()
  void wait.then(done)
  return done
}

it('tells all who wait for a prediction, and nobody else', async () => {
  const changes = createChanges()
  const waits = [
    changes.next(['a'], 60_000),
    changes.next(['b', 'a'], 60_000),
    changes.next(['c'], 60_000, AbortSignal.timeout(2_000)),
  ]
  const [first, second, other] = waits.map(watch)
  changes.announce('a')
  await Promise.all(waits.slice(0, 2))
  expect(first).toHaveBeenCalledExactlyOnceWith(true)
  expect(second).toHaveBeenCalledOnce()
  expect(other).not.toHaveBeenCalled()
  await waits[2]
})

it('gives up when the time is over, or when nobody listens any more', async () => {
  const changes = createChanges()
  expect(await changes.next(['a'], 1)).toBe(false)
  expect(await changes.next(['a'], 60_000, AbortSignal.abort())).toBe(false)
  const gone = new AbortController()
  const wait = changes.next(['a'], 60_000, gone.signal)
  gone.abort()
  await wait
})
