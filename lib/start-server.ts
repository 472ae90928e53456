import 'server-only'
import { markClientAddresses } from '@/lib/access/client-address'
import type { Diptych } from './compose'
import { diptych } from './diptych'

/** Starts the work of this process and ends it in order on SIGTERM and SIGINT (NEXT_MANUAL_SIG_HANDLE=1). */
export async function startServer(): Promise<void> {
  const server = await diptych().catch(refuseToStart)
  markClientAddresses(server.trustedProxies)
  let ending = false
  const end = () => {
    // A second signal means: now.
    if (ending) process.exit(1)
    ending = true
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        server.log('stopping failed', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/**
 * Ends the process: Next by itself would go on listening, on an address we have just refused, say. The message alone,
 * because whatever else an error carries may hold a password.
 */
function refuseToStart(error: unknown): Promise<Diptych> {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`Diptych can’t start. ${message}\n`)
  process.exit(1)
}
