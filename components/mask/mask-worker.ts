import { maskJobs } from './mask-jobs'
import type { JobAnswer, JobRequest } from './mask-worker-client'

const jobs = maskJobs as unknown as Record<string, (...args: unknown[]) => unknown>

self.onmessage = async ({ data }: MessageEvent<JobRequest>) => {
  const answer = await run(data)
  self.postMessage(answer, { transfer: buffersOf(answer.result) })
}

async function run({ id, name, args }: JobRequest): Promise<JobAnswer> {
  try {
    return { id, result: await jobs[name]?.(...args) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : 'This could not be done. Try again.' }
  }
}

/** What is large is handed over instead of copied. */
function buffersOf(result: unknown): ArrayBuffer[] {
  if (typeof result !== 'object' || result === null) return []
  return Object.values(result).flatMap((value: unknown) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  )
}
