import { threadId } from 'node:worker_threads'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { createWorkThread, type WorkThread } from './work-thread'

let thread: WorkThread<string, { input: string; threadId: number }>
beforeEach(() => {
  thread = createWorkThread('lib/threads/echo-for-tests.ts')
  onTestFinished(() => thread.close())
})

it('works in one other thread, job after job, each answered with its own', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map((input) => thread.run(input)))
  expect(answers.map(({ input }) => input)).toEqual(['a', 'b', 'c'])
  expect(new Set(answers.map((answer) => answer.threadId)).size).toBe(1)
  expect(answers[0]?.threadId).not.toBe(threadId)
  expect(thread.pending()).toBe(0)
})

it('passes on what is thrown there, and goes on', async () => {
  await expect(thread.run('throw')).rejects.toThrow('thrown in the thread')
  expect((await thread.run('after')).input).toBe('after')
})

it('a thread that dies fails its job only', async () => {
  const [dead, next] = await Promise.allSettled([thread.run('die'), thread.run('next')])
  expect(dead).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringMatching(/ended/) as string },
  })
  expect(next).toMatchObject({ status: 'fulfilled', value: { input: 'next' } })
})

it('ends a hopeless job as soon as it is aborted, and not those behind it', async () => {
  const abort = new AbortController()
  const hanging = thread.run('hang', abort.signal)
  const behind = thread.run('behind')
  expect(thread.pending()).toBe(2)
  abort.abort(new Error('no longer wanted'))
  await expect(hanging).rejects.toThrow('no longer wanted')
  expect((await behind).input).toBe('behind')
})

it('takes a waiting job out of the line', async () => {
  const abort = new AbortController()
  const first = thread.run('first')
  const waiting = thread.run('waiting', abort.signal)
  abort.abort(new Error('no longer wanted'))
  await expect(waiting).rejects.toThrow('no longer wanted')
  expect((await first).input).toBe('first')
  await expect(thread.run('late', abort.signal)).rejects.toThrow('no longer wanted')
})

it('refuses what waits when it is closed', async () => {
  const jobs = [thread.run('hang'), thread.run('next')]
  const settled = Promise.allSettled(jobs)
  await thread.close()
  for (const { status } of await settled) expect(status).toBe('rejected')
})
