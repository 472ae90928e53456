import 'server-only'
import { compose, type Diptych } from './compose'
import { readConfig } from './config'
import { startOnce } from './running-server'

/**
 * The one server of this process. On `globalThis` because Next bundles instrumentation and routes apart, and because
 * development reloads modules.
 */
export function diptych(): Promise<Diptych> {
  return startOnce(async () => compose(readConfig(process.env)))
}
