import 'server-only'

const longestText = 500
/** Shorter "keys" are no secrets: the sandbox's is the word "sandbox", which its own sentences use. */
const shortestKey = 8

/**
 * What a provider says went wrong, read out of an error's body whatever its shape: for people, cleaned, without the
 * key, at most 500 characters. Undefined where there is nothing fit to show, as in an HTML page.
 */
export function errorWords(body: Uint8Array, apiKey: string): string | undefined {
  const text = new TextDecoder().decode(body.subarray(0, 64 * 1024))
  const json = parseJson(text)
  return json === undefined ? cleanWords(text, apiKey) : jsonWords(json, apiKey)
}

/** The same for an error that is already parsed, such as a job's `error` field. */
export function jsonWords(json: unknown, apiKey: string): string | undefined {
  return cleanWords(wordsIn(json).join(': '), apiKey)
}

/** The error's members in the order in which they are worth reading, without repetition. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() ? [value.trim()] : []
  if (Array.isArray(value)) return [value.flatMap(validationWords).join('; ')].filter(Boolean)
  if (!isRecord(value)) return []
  const words = [value.error, value.message, value.detail, value.msg].flatMap(wordsIn)
  const named = words.length === 0 && typeof value.code === 'string' ? [value.code] : words
  return [...new Set(named)].filter((word) => word !== 'success')
}

/** FastAPI's 422: `{"loc": ["body", "prompt"], "msg": "Field required"}` reads "prompt: Field required". */
function validationWords(item: unknown): string[] {
  const message = wordsIn(item).join(': ')
  if (!message) return []
  const path = isRecord(item) && Array.isArray(item.loc) ? item.loc.filter((part) => part !== 'body') : []
  return [path.length > 0 ? `${path.join('.')}: ${message}` : message]
}

/** Undefined for markup, which is for browsers and may be long. */
function cleanWords(text: string, apiKey: string): string | undefined {
  if (/<[a-z!/][^>]*>/i.test(text)) return undefined
  const redacted = apiKey.length >= shortestKey ? text.replaceAll(apiKey, '[key]') : text
  // Control characters of foreign origin would write into logs and terminals.
  const plain = redacted.replace(/[\s\p{Cc}\p{Cf}\uFFFD]+/gu, ' ').trim()
  return plain.length > longestText ? `${plain.slice(0, longestText - 1)}…` : plain || undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
