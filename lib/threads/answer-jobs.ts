import { readlinkSync } from 'node:fs'
import os from 'node:os'
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
  giveWay()
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

/**
 * Pages come before pictures where both want the processor. Linux counts priority by thread, and threads made by this
 * one inherit it; elsewhere it would be the whole server's, so nothing is done.
 */
function giveWay(): void {
  if (process.platform !== 'linux') return
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
  os.setPriority(thread, os.constants.priority.PRIORITY_LOW)
}
