import 'server-only'
import { diptych } from './diptych'

/** Starts the work of this process and ends it in order on SIGTERM and SIGINT (NEXT_MANUAL_SIG_HANDLE=1). */
export async function startServer(): Promise<void> {
  const server = await diptych()
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
