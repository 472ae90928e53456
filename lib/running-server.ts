import 'server-only'
import type { Diptych } from './compose'

const key = Symbol.for('diptych.server')
type Global = typeof globalThis & { [key]?: Promise<Diptych> }

/**
 * The server of this process, if it was started: without the code that starts one, for proxy.ts, which is bundled apart
 * and called only once instrumentation.ts has started it.
 */
export function runningServer(): Promise<Diptych> | undefined {
  return (globalThis as Global)[key]
}

/** Keeps what `start` promises as the server of this process; a failed start is tried again by the next caller. */
export function startOnce(start: () => Promise<Diptych>): Promise<Diptych> {
  const place = globalThis as Global
  place[key] ??= start().catch((error: unknown) => {
    delete place[key]
    throw error
  })
  return place[key]
}
