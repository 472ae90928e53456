import 'server-only'
import { createWorkThread } from '@/lib/threads/work-thread'
import { NotUnderstood, type EngineRequest, type EngineResult } from './engine'
import type { EngineAnswer, EngineJob } from './engine-thread'

/** The local engine, at work in a thread of its own: one job at a time, the others wait in line. */
export interface LocalEngine {
  /**
   * Does what the instruction asks; rejects with `NotUnderstood`, or with the signal's reason as soon as it is aborted:
   * the work ends at once. A job that takes longer than two minutes is ended too.
   */
  edit(request: EngineRequest, signal?: AbortSignal): Promise<EngineResult>
  /**
   * The main subject of an encoded picture, as a grey PNG of the picture's own upright size: white is the subject.
   * Rejects with `NotUnderstood` ("low confidence", the numbers in its sentence) where none is found surely enough.
   */
  selectSubject(picture: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}

/** Far above the slowest operation on the largest picture: only what hangs comes to this. */
const longestMs = 120_000

export function startEngine(): LocalEngine {
  const thread = createWorkThread<EngineJob, EngineAnswer>('lib/sandbox/engine/engine-thread.ts')

  async function run(job: EngineJob, signal?: AbortSignal): Promise<EngineAnswer> {
    const tooLong = AbortSignal.timeout(longestMs)
    try {
      return await thread.run(job, signal ? AbortSignal.any([signal, tooLong]) : tooLong)
    } catch (error) {
      if (signal?.aborted || !tooLong.aborted) throw error
      throw new Error(`it took longer than ${longestMs / 1000} seconds and was ended. Try a smaller picture.`)
    }
  }

  return {
    async edit(request, signal) {
      const answer = await run({ task: 'edit', request }, signal)
      if (answer.state === 'refused') throw new NotUnderstood(answer.message, answer.reason)
      if (answer.state === 'done') return answer.result
      throw new Error('The engine answered another question than it was asked.')
    },
    async selectSubject(picture, signal) {
      const answer = await run({ task: 'subject', picture }, signal)
      if (answer.state === 'refused') throw new NotUnderstood(answer.message, answer.reason)
      if (answer.state === 'selected') return answer.mask
      throw new Error('The engine answered another question than it was asked.')
    },
    close: () => thread.close(),
  }
}
