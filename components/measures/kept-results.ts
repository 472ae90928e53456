import type { Measures } from '@/lib/measures/measures'

/** A result as it is kept in the browser. */
export interface KeptResult {
  key: string
  measures: Measures
  heatMap?: Blob
}

const storeName = 'results'
const byAge = 'keptAt'
/** Some 30 MB. */
const mostResults = 600

let opening: Promise<IDBDatabase> | undefined

/**
 * Results kept from before, so that a reload measures nothing again. Keys hold the pictures' hashes and the version of
 * the definitions: a kept result is never wrong, only old. Where a browser keeps nothing (a private window, a full
 * disk), nothing is found, and everything is measured again.
 */
export async function readKeptResult(key: string): Promise<KeptResult | undefined> {
  try {
    const store = (await open()).transaction(storeName).objectStore(storeName)
    return (await settled(store.get(key))) as KeptResult | undefined
  } catch {
    return undefined
  }
}

export async function keepResult(result: KeptResult): Promise<void> {
  try {
    const store = (await open()).transaction(storeName, 'readwrite').objectStore(storeName)
    await settled(store.put({ ...result, [byAge]: Date.now() }))
    if ((await settled(store.count())) > mostResults) {
      const oldest = await settled(store.index(byAge).getKey(IDBKeyRange.lowerBound(0)))
      if (oldest !== undefined) await settled(store.delete(oldest))
    }
  } catch {
    // Kept or not, the result itself is there.
  }
}

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('diptych-measures', 1)
    request.onupgradeneeded = () =>
      request.result.createObjectStore(storeName, { keyPath: 'key' }).createIndex(byAge, byAge)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser’s database could not be opened.'))
  })
  return opening
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser’s database failed.'))
  })
}
