/** A value that React components can follow (useSyncExternalStore) and others change. */
export interface Store<T> {
  get(): T
  set(change: Partial<T>): void
  subscribe(changed: () => void): () => void
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const followers = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      const names = Object.keys(change) as (keyof T)[]
      if (names.every((name) => Object.is(value[name], change[name]))) return
      value = { ...value, ...change }
      followers.forEach((changed) => changed())
    },
    subscribe(changed) {
      followers.add(changed)
      return () => followers.delete(changed)
    },
  }
}
