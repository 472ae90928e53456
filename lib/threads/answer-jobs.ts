import { parentPort, type TransferListItem } from 'node:worker_threads'

/** What goes to a work thread and comes back; the other end is `work-thread.ts`. */
export type ThreadMessage<I> = { job: number; input: I }
export type ThreadAnswer<O> = { job: number; output: O } | { job: number; error: unknown }

/**
 * Makes the file that calls it the entry of a work thread: each job is answered by `work`.
 *
 * @param handOver what of an output is moved instead of copied, such as the buffers of its pixels
 */
export function answerJobs<I, O>(
  work: (input: I) => O | Promise<O>,
  handOver: (output: O) => TransferListItem[] = () => [],
): void {
  const port = parentPort
  if (!port) throw new Error('This file is the entry of a work thread and runs nowhere else.')
  port.on('message', ({ job, input }: ThreadMessage<I>) => {
    void answer(job, input)
  })

  async function answer(job: number, input: I): Promise<void> {
    try {
      const output = await work(input)
      port?.postMessage({ job, output } satisfies ThreadAnswer<O>, handOver(output))
    } catch (error) {
      port?.postMessage({ job, error } satisfies ThreadAnswer<O>)
    }
  }
}
