/** Runs once when the server starts, before the first request: the work belongs to the server, not to a page. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServer } = await import('./lib/start-server')
  await startServer()
}
