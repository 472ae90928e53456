import 'server-only'
import { answerJobs } from '@/lib/threads/answer-jobs'
import { edit } from './edit'
import { selectSubject } from './select-subject'
import { NotUnderstood, type EngineRequest, type EngineResult, type RefusalReason } from './engine'

/** What the thread is asked for. */
export type EngineJob =
  | { task: 'edit'; request: EngineRequest }
  /** An encoded picture, whose main subject is wanted. */
  | { task: 'subject'; picture: Uint8Array }

/** A refusal comes back as data: an Error would lose its class on the way. */
export type EngineAnswer =
  | { state: 'done'; result: EngineResult }
  | { state: 'selected'; mask: Uint8Array }
  | { state: 'refused'; message: string; reason: RefusalReason }

/** The engine in a thread of its own: a picture takes seconds, and the server's pages must not wait for it. */
answerJobs(
  async (job: EngineJob): Promise<EngineAnswer> => {
    try {
      if (job.task === 'subject') return { state: 'selected', mask: await selectSubject(job.picture) }
      return { state: 'done', result: wholly(await edit(job.request)) }
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error
      return { state: 'refused', message: error.message, reason: error.reason }
    }
  },
  (answer) => (answer.state === 'done' ? [answer.result.pixels.buffer as ArrayBuffer] : []),
)

/** Pixels that are a part of a larger buffer can't be handed over without it. */
function wholly(result: EngineResult): EngineResult {
  const { pixels } = result
  return pixels.byteLength === pixels.buffer.byteLength ? result : { ...result, pixels: pixels.slice() }
}
