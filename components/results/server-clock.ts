/**
 * The server's clock, kept in the browser, and one beat for everything that counts: a board of 64 stopwatches is one
 * timer. A wrong clock in the browser does not show.
 */
let offset = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()
const beatMs = 100

/** @param now the server's clock just now, epoch milliseconds */
export function setServerClock(now: number): void {
  offset = now - Date.now()
}

/** Epoch milliseconds by the server's clock. */
export function serverTime(): number {
  return Date.now() + offset
}

/** Calls the listener ten times a second until the returned function is called. */
export function onBeat(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => listeners.forEach((one) => one()), beatMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
