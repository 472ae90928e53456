import { availableParallelism } from 'node:os'
import { expect, it } from 'vitest'
import { withDecodeSlot } from './decode-slots'

const slots = Math.min(4, Math.max(2, availableParallelism()))
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('lets only a few decodes run at once, in order, and a failed one frees its slot', async () => {
  let running = 0
  let most = 0
  const started: number[] = []
  const all = Array.from({ length: 20 }, (_, index) =>
    withDecodeSlot(async () => {
      started.push(index)
      running += 1
      most = Math.max(most, running)
      await turn()
      running -= 1
      if (index % 3 === 0) throw new Error('damaged')
    }),
  )
  const ends = await Promise.allSettled(all)
  expect(most).toBe(slots)
  expect(started).toEqual(Array.from({ length: 20 }, (_, index) => index))
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(7)
})
