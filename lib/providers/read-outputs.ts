import 'server-only'
import type { OwnAddress } from './own-address'
import type { RemoteOutput } from './provider'

/** The outputs that could be read, and how many could not. */
export interface ReadOutputs {
  outputs: RemoteOutput[]
  unreadable: number
}

/**
 * Reads a provider's `outputs` in every form seen: a list or one alone; URLs, `{url}` objects, data URIs, raw Base64.
 * A URL on the provider's own origin is kept as a path, so that it still works when the base URL moves.
 */
export function readOutputs(value: unknown, address: OwnAddress): ReadOutputs {
  const items = Array.isArray(value)
    ? value
    : value === undefined || value === null || value === ''
      ? []
      : [value]
  const outputs = items.map((item) => readOutput(item, address)).filter((output) => output !== undefined)
  return { outputs, unreadable: items.length - outputs.length }
}

function readOutput(item: unknown, address: OwnAddress): RemoteOutput | undefined {
  if (typeof item === 'object' && item !== null && 'url' in item) return readOutput(item.url, address)
  if (typeof item !== 'string') return undefined
  const text = item.trim()
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? { url: address.keep(text) ?? text } : undefined
  return readBase64(text.replace(/^data:[^,]*;base64,/i, ''))
}

/** Strictly: a path such as "/outputs/1.png" must not turn into bytes. */
function readBase64(text: string): RemoteOutput | undefined {
  const compact = text.replace(/[\r\n]+/g, '')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(compact)) return undefined
  // Buffer reads both alphabets, with and without padding.
  return { bytes: new Uint8Array(Buffer.from(compact, 'base64')) }
}
