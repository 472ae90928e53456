import 'server-only'

/** Segments of `a-z 0-9 . _ -` that don't begin with a dot: no way up, no hidden files, nothing to escape in a URL. */
const pattern = /^[a-z0-9_-][a-z0-9._-]*(\/[a-z0-9_-][a-z0-9._-]*)*$/

/** Throws for a key that is not one: keys are made by our own code, so this is a fault of the program. */
export function checkBlobKey(key: string): string {
  if (key.length > 512 || !pattern.test(key)) throw new Error(`Not a valid blob key: ${JSON.stringify(key)}`)
  return key
}
