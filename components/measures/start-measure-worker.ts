import type { MeasureAnswer } from './measure-job'
import type { StartThread } from './measure-queue'

/** Starts the worker; its code is fetched only now. */
export const startMeasureWorker: StartThread = (onAnswer, onCrash) => {
  const worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<MeasureAnswer>) => onAnswer(data))
  worker.addEventListener('error', onCrash)
  worker.addEventListener('messageerror', onCrash)
  return { send: (job) => worker.postMessage(job), end: () => worker.terminate() }
}
