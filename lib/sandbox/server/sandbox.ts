import 'server-only'
import type { IncomingMessage } from 'node:http'
import type { FaultQueue } from './fault-queue'
import type { JobRunner } from './job-runner'
import type { JobStore } from './job-store'
import type { SubmitLog } from './submit-log'

/** What the routes work with. */
export interface Sandbox {
  /** `http://127.0.0.1:4400` */
  origin: string
  /** A drawn time in milliseconds that a job pretends to take. */
  latency(): number
  store: JobStore
  runner: JobRunner
  faults: FaultQueue
  submitLog: SubmitLog
  /** Counts by name, for faults that act on the first few polls or downloads. */
  times(name: string): number
}

/** One request below a provider's prefix. */
export interface Exchange {
  request: IncomingMessage
  /** The path on the provider, such as `/api/v1/predictions/…`. */
  path: string
  /** Aborted when the other side goes away before it has its answer. */
  gone: AbortSignal
}
