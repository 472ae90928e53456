import 'server-only'
import { inspect } from 'node:util'

export type Log = (message: string, error?: unknown) => void

/** Writes one entry per call to standard error. Whatever is logged, none of `secrets` is ever in it. */
export function createLog(
  secrets: readonly string[],
  write: (text: string) => void = (text) => void process.stderr.write(text),
): Log {
  return (message, error) => {
    const detail = error === undefined ? '' : ` ${inspect(error, { depth: 4, breakLength: Infinity })}`
    write(`${redact(`${new Date().toISOString()} diptych: ${message}${detail}`, secrets)}\n`)
  }
}

/** Replaces every secret by a placeholder. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.filter(Boolean).reduce((clean, secret) => clean.replaceAll(secret, '[key]'), text)
}
