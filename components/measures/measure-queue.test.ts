import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Asset } from '@/lib/assets/asset'
import { measureKey, type MeasureAnswer, type MeasureJob, type MeasureRequest } from './measure-job'
import { MeasureQueue, type MeasureState } from './measure-queue'

/** The worker's stand-in: holds what it was sent until the test answers. */
class HeldThread {
  readonly jobs: MeasureJob[] = []
  started = 0
  private answer: (answer: MeasureAnswer) => void = () => {}
  crash: () => void = () => {}

  start = (onAnswer: (answer: MeasureAnswer) => void, onCrash: () => void) => {
    this.started++
    this.answer = onAnswer
    this.crash = onCrash
    return { send: (job: MeasureJob) => void this.jobs.push(job), end: () => {} }
  }

  finish() {
    this.answer({ key: this.jobs.at(-1)!.key, measures: { alignment: refused, changed: 0.5 } })
  }

  fail() {
    this.answer({ key: this.jobs.at(-1)!.key, problem: 'The server does not answer.' })
  }
}

const refused = { state: 'refused', reason: 'Too little detail.', confidence: 0 } as const

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', { location: { href: 'http://diptych.test/runs/1' } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function asset(name: string): Asset {
  return { id: name.padStart(64, '0'), type: 'image/png', width: 64, height: 64, bytes: 9, hasAlpha: false }
}

function request(name: string): MeasureRequest {
  return { outputId: name, input: asset('1'), output: asset(name) }
}

/** What the page was told, by the outputs' names. */
function told(queue: MeasureQueue, ...names: string[]): MeasureState['state'][] {
  vi.advanceTimersByTime(200)
  return names.map((name) => queue.snapshot().get(measureKey(request(name)))?.state ?? 'waiting')
}

test('one job at a time, in order; the thread starts with the first wish', () => {
  const thread = new HeldThread()
  const queue = new MeasureQueue(thread.start)
  queue.want({}, [])
  expect(thread.started).toBe(0)
  queue.want({}, [request('a'), request('b')])
  expect(thread.jobs).toHaveLength(1)
  expect(thread.jobs[0]?.output.url).toBe(`http://diptych.test/assets/${asset('a').id}/640`)
  expect(told(queue, 'a', 'b')).toEqual(['measuring', 'waiting'])
  thread.finish()
  expect(told(queue, 'a', 'b')).toEqual(['done', 'measuring'])
  thread.finish()
  expect(told(queue, 'a', 'b')).toEqual(['done', 'done'])
  expect(thread.started).toBe(1)
})

test('what nobody wants any more is not begun, and what is known is not asked again', () => {
  const thread = new HeldThread()
  const queue = new MeasureQueue(thread.start)
  const board = {}
  queue.want(board, [request('a'), request('b'), request('c')])
  queue.want(board, [request('a'), request('c')])
  thread.finish()
  expect(thread.jobs.map(({ output }) => output.url.at(-5))).toEqual(['a', 'c'])
  thread.finish()
  queue.want({}, [request('a')])
  expect(thread.jobs).toHaveLength(2)
})

test('many results are told at once', () => {
  const thread = new HeldThread()
  const queue = new MeasureQueue(thread.start)
  const listener = vi.fn()
  queue.subscribe(listener)
  queue.want(
    {},
    Array.from({ length: 20 }, (_, at) => request(String(at))),
  )
  for (let at = 0; at < 20; at++) thread.finish()
  vi.advanceTimersByTime(200)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(queue.snapshot().size).toBe(20)
})

test('a failure is told, does not stop the others, and is tried again when asked later', () => {
  const thread = new HeldThread()
  const queue = new MeasureQueue(thread.start)
  const board = {}
  queue.want(board, [request('a'), request('b')])
  thread.fail()
  thread.finish()
  expect(told(queue, 'a', 'b')).toEqual(['failed', 'done'])
  queue.want(board, [request('a')])
  expect(thread.jobs).toHaveLength(2)
  vi.advanceTimersByTime(6000)
  queue.want(board, [request('a')])
  thread.finish()
  expect(told(queue, 'a')).toEqual(['done'])
})

test('a thread that dies fails its job only; the next job gets a new one', () => {
  const thread = new HeldThread()
  const queue = new MeasureQueue(thread.start)
  queue.want({}, [request('a'), request('b')])
  thread.crash()
  expect(thread.started).toBe(2)
  thread.finish()
  expect(told(queue, 'a', 'b')).toEqual(['failed', 'done'])
})
