/**
 * A value that changes with every move of a pointer, and that many panes draw from. It lives outside React: who draws
 * from it subscribes and writes its own style, so that a move costs one style write per pane and renders nothing.
 */
export interface LiveValue<T> {
  get(): T
  /** Listeners are told once before the next paint, however often the value changes until then. */
  set(next: T): void
  /** Listeners are told at once: for what is known only while the page is laid out. */
  setNow(next: T): void
  subscribe(this: void, listener: () => void): () => void
}

export function liveValue<T>(initial: T): LiveValue<T> {
  const listeners = new Set<() => void>()
  let value = initial
  let coming = 0

  function tell() {
    cancelAnimationFrame(coming)
    coming = 0
    for (const listener of [...listeners]) listener()
  }

  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      coming ||= requestAnimationFrame(tell)
    },
    setNow(next) {
      if (Object.is(next, value)) return
      value = next
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
