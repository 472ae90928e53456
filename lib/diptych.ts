import 'server-only'
import { compose, type Diptych } from './compose'
import { readConfig } from './config'

const key = Symbol.for('diptych.server')
type Global = typeof globalThis & { [key]?: Promise<Diptych> }

/**
 * The one server of this process. On `globalThis` because Next bundles instrumentation and routes apart, and because
 * development reloads modules; a failed start is tried again by the next caller.
 */
export function diptych(): Promise<Diptych> {
  const place = globalThis as Global
  place[key] ??= start().catch((error: unknown) => {
    delete place[key]
    throw error
  })
  return place[key]
}

async function start(): Promise<Diptych> {
  return compose(readConfig(process.env))
}
