import 'server-only'
import { z } from 'zod'
import { jsonWords } from './error-words'
import { faultError, statusError, type Purpose } from './fault'
import type { Reply } from './http-client'
import type { ProviderErrorCode } from './provider-error'

/** `{code, message, data}`; some of the provider's pages show the data without its envelope. */
const envelopeSchema = z.looseObject({
  code: z.number().optional().catch(undefined),
  data: z.unknown().optional(),
})

/** Only what is used, and as little as possible of it demanded. */
export const predictionSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  status: z.string().min(1),
  urls: z.object({ get: z.string() }).optional().catch(undefined),
  outputs: z.unknown().optional(),
  error: z.unknown().optional(),
  /** The task's code, of `taskCodes`. */
  code: z.number().optional().catch(undefined),
  has_nsfw_contents: z.unknown().optional(),
  /** Not on its page; our sandbox tells it. */
  queuePosition: z.number().int().optional().catch(undefined),
})
export type WaveSpeedPrediction = z.output<typeof predictionSchema>

export const uploadSchema = z.object({ download_url: z.url() })

/** Codes of the provider's error page; the others (1403, 1405, 5000) say no more than "failed". */
export const taskCodes: Record<number, ProviderErrorCode | undefined> = {
  1200: 'moderation',
  1400: 'invalid-input',
  1401: 'invalid-input',
  1402: 'input-unreachable',
  5003: 'unavailable',
  5004: 'timeout',
}

/**
 * The data of an answer. Where it is there it rules, whatever code stands beside it: a job that has an id was taken.
 * Where it is not, the envelope's code says why, also under HTTP 200.
 */
export function dataIn<T>(reply: Reply, schema: z.ZodType<T>, purpose: Purpose, apiKey: string): T {
  const envelope = reply.json(envelopeSchema)
  const data = schema.safeParse(envelope.data ?? envelope)
  if (data.success) return data.data

  const { code } = envelope
  const words = jsonWords(envelope, apiKey)
  if (code === undefined || code < 300) throw reply.unreadable()
  if (code < 600) throw statusError(code, purpose, words)
  const fault = code < 5000 ? 'refused' : 'broken'
  throw faultError(fault, purpose, taskCodes[code] ?? 'protocol', { detail: words ?? `code ${code}` })
}
