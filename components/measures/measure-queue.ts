import type { Measures } from '@/lib/measures/measures'
import {
  measureJob,
  measureKey,
  type MeasureAnswer,
  type MeasureJob,
  type MeasureRequest,
} from './measure-job'

/** What is known of one output's measures. */
export type MeasureState =
  | { state: 'waiting' | 'measuring' }
  /** `measures.reason` says why any are absent; the heat map, a PNG of the output's shape, is absent then too. */
  | { state: 'done'; measures: Measures; heatMapUrl?: string }
  /** `problem` is a sentence; asked for again later, it is tried again. */
  | { state: 'failed'; problem: string }

/** The worker as the queue sees it. */
export interface MeasureThread {
  send(job: MeasureJob): void
  end(): void
}

export type StartThread = (onAnswer: (answer: MeasureAnswer) => void, onCrash: () => void) => MeasureThread

/** A failure younger than this is not tried again, however often the page draws itself. */
const retryAfterMs = 5000
/** Results are told together, so that a board of 64 does not draw itself 64 times. */
const tellEveryMs = 150
/** Results that nobody shows are forgotten beyond this; the worker finds them again in the browser's database. */
const mostUnused = 100

/**
 * Measures outputs one after another on a thread that is started when there is something to do. Whoever shows results
 * says with `want` which; what nobody wants any more is not begun.
 */
export class MeasureQueue {
  private readonly wanted = new Map<object, MeasureRequest[]>()
  private readonly states = new Map<string, MeasureState>()
  private readonly failedAt = new Map<string, number>()
  private readonly listeners = new Set<() => void>()
  private thread: MeasureThread | undefined
  private current: string | undefined
  private telling: ReturnType<typeof setTimeout> | undefined
  private told: ReadonlyMap<string, MeasureState> = new Map()

  constructor(private readonly startThread: StartThread) {}

  /** Replaces what `owner` wants; an empty list ends its wishes. */
  want(owner: object, requests: MeasureRequest[]): void {
    if (requests.length > 0) this.wanted.set(owner, requests)
    else this.wanted.delete(owner)
    for (const request of requests) this.forgetFailure(measureKey(request))
    this.next()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What listeners were last told, by `measureKey`: another object each time. What is missing waits. */
  snapshot = (): ReadonlyMap<string, MeasureState> => this.told

  private next(): void {
    if (this.current !== undefined) return
    const request = this.firstUnmeasured()
    if (!request) return
    this.current = measureKey(request)
    this.set(this.current, { state: 'measuring' })
    this.thread ??= this.startThread(
      (answer) => this.finish(answer),
      () => this.crashed(),
    )
    this.thread.send(measureJob(request))
  }

  private firstUnmeasured(): MeasureRequest | undefined {
    for (const requests of this.wanted.values())
      for (const request of requests) if (!this.states.has(measureKey(request))) return request
    return undefined
  }

  private finish(answer: MeasureAnswer): void {
    if (answer.key !== this.current) return
    this.current = undefined
    if ('problem' in answer) this.fail(answer.key, answer.problem)
    else {
      const { key, measures, heatMap } = answer
      const heatMapUrl = heatMap && URL.createObjectURL(heatMap)
      this.set(key, { state: 'done', measures, ...(heatMapUrl && { heatMapUrl }) })
    }
    this.forgetUnused()
    this.next()
  }

  private crashed(): void {
    this.thread?.end()
    this.thread = undefined
    const key = this.current
    this.current = undefined
    if (key !== undefined)
      this.fail(key, 'The code that measures pictures could not be loaded or failed: reload the page.')
    this.next()
  }

  private fail(key: string, problem: string): void {
    this.failedAt.set(key, Date.now())
    this.set(key, { state: 'failed', problem })
  }

  private forgetFailure(key: string): void {
    const failedAt = this.failedAt.get(key)
    if (failedAt === undefined || Date.now() - failedAt < retryAfterMs) return
    this.failedAt.delete(key)
    this.states.delete(key)
    this.tellSoon()
  }

  private forgetUnused(): void {
    const used = new Set([...this.wanted.values()].flat().map(measureKey))
    const unused = [...this.states.keys()].filter((key) => !used.has(key) && key !== this.current)
    for (const key of unused.slice(0, Math.max(0, unused.length - mostUnused))) {
      const state = this.states.get(key)
      if (state?.state === 'done' && state.heatMapUrl) URL.revokeObjectURL(state.heatMapUrl)
      this.states.delete(key)
    }
  }

  private set(key: string, state: MeasureState): void {
    this.states.set(key, state)
    this.tellSoon()
  }

  private tellSoon(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined
      this.told = new Map(this.states)
      for (const listener of this.listeners) listener()
    }, tellEveryMs)
  }
}
