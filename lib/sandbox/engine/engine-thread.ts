import 'server-only'
import { answerJobs } from '@/lib/threads/answer-jobs'
import { edit } from './edit'
import { NotUnderstood, type EngineRequest, type EngineResult, type RefusalReason } from './engine'

/** What the thread is asked for. */
export interface EngineJob {
  task: 'edit'
  request: EngineRequest
}

/** A refusal comes back as data: an Error would lose its class on the way. */
export type EngineAnswer =
  { state: 'done'; result: EngineResult } | { state: 'refused'; message: string; reason: RefusalReason }

/** The engine in a thread of its own: a picture takes seconds, and the server's pages must not wait for it. */
answerJobs(
  async ({ request }: EngineJob): Promise<EngineAnswer> => {
    try {
      return { state: 'done', result: wholly(await edit(request)) }
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
