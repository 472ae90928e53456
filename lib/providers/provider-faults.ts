import { reply, resetAfterBody, resetBeforeBody, truncated, type Answer } from '@/lib/testing/scripted-server'
import type { ProviderError } from './provider-error'

export type Expected = Partial<
  Pick<ProviderError, 'code' | 'accepted' | 'transient' | 'retryAfterMs' | 'detail'>
>

const page = '<!doctype html><html><body><h1>Bad gateway</h1></body></html>'
const fastApi = { detail: [{ loc: ['body', 'prompt'], msg: 'Field required', type: 'missing' }] }
const flagged = { error: 'Your request was flagged by content moderation.' }

export const submitAgain = { accepted: 'no', transient: true } as const
export const refused = { accepted: 'no', transient: false } as const
export const unconfirmed = { accepted: 'unknown', transient: false } as const

/** Every way a paid request can end badly, and what may be done after it. */
export const submitFaults: [string, (submitted: unknown) => Answer, Expected][] = [
  [
    '400',
    () => reply(400, { error: 'No such size' }),
    { code: 'invalid-input', ...refused, detail: 'No such size' },
  ],
  ['400 on credit', () => reply(400, { error: 'Insufficient credits' }), { code: 'credit', ...refused }],
  ['400 on moderation', () => reply(400, flagged), { code: 'moderation', ...refused }],
  [
    '401',
    () => reply(401, { error: { message: 'Wrong key' } }),
    { code: 'auth', ...refused, detail: 'Wrong key' },
  ],
  ['402', () => reply(402, {}), { code: 'credit', ...refused, detail: 'HTTP 402' }],
  ['403', () => reply(403, { message: 'Account locked' }), { code: 'auth', ...refused }],
  [
    '403 on balance',
    () => reply(403, { message: 'Your balance is too low' }),
    { code: 'credit', ...refused },
  ],
  ['404', () => reply(404, { error: 'No such model' }), { code: 'invalid-input', ...refused }],
  ['413', () => reply(413, page), { code: 'invalid-input', ...refused, detail: 'HTTP 413' }],
  [
    '422 as text',
    () => reply(422, { detail: 'Bad prompt' }),
    { code: 'invalid-input', ...refused, detail: 'Bad prompt' },
  ],
  [
    '422 as a list',
    () => reply(422, fastApi),
    { code: 'invalid-input', ...refused, detail: 'prompt: Field required' },
  ],
  ['422 that breaks off', () => truncated(422, fastApi), { code: 'invalid-input', ...refused }],
  [
    '429 with Retry-After',
    () => reply(429, {}, { 'retry-after': '3' }),
    { code: 'rate-limited', ...submitAgain, retryAfterMs: 3000 },
  ],
  [
    '429 alone',
    () => reply(429, { error: 'Slow down' }),
    { code: 'rate-limited', ...submitAgain, retryAfterMs: undefined },
  ],
  [
    '503 with Retry-After',
    () => reply(503, {}, { 'retry-after': '7' }),
    { code: 'unavailable', ...submitAgain, retryAfterMs: 7000 },
  ],
  ['503 alone', () => reply(503, {}), { code: 'unavailable', ...unconfirmed }],
  [
    '500',
    () => reply(500, { error: 'Internal' }),
    { code: 'unavailable', ...unconfirmed, detail: 'Internal' },
  ],
  ['502 as a page', () => reply(502, page), { code: 'unavailable', ...unconfirmed, detail: 'HTTP 502' }],
  ['504', () => reply(504, { detail: 'Too long' }), { code: 'timeout', ...unconfirmed }],
  ['421', () => reply(421, {}), { code: 'invalid-input', ...refused }],
  ['200 as a page', () => reply(200, page), { code: 'protocol', ...unconfirmed, detail: undefined }],
  ['200 without what is needed', () => reply(200, { hello: 'world' }), { code: 'protocol', ...unconfirmed }],
  ['204', () => reply(204), { code: 'protocol', ...unconfirmed }],
  ['200 that breaks off', (submitted) => truncated(200, submitted), { code: 'unavailable', ...unconfirmed }],
  ['a reset before the body', () => resetBeforeBody, { code: 'unavailable', ...unconfirmed }],
  ['a reset after the body', () => resetAfterBody, { code: 'unavailable', ...unconfirmed }],
]

export const goOn = { accepted: 'no', transient: true } as const
export const lastWord = { accepted: 'no', transient: false } as const

/** Every way a question for a paid job can end badly: nearly all of them must not end the job. */
export const pollFaults: [string, (completed: unknown) => Answer, Expected][] = [
  ['401', () => reply(401, {}), { code: 'auth', ...goOn }],
  ['403', () => reply(403, {}), { code: 'auth', ...goOn }],
  ['404', () => reply(404, {}), { code: 'expired', ...lastWord }],
  ['410', () => reply(410, {}), { code: 'expired', ...lastWord }],
  [
    '429',
    () => reply(429, {}, { 'retry-after': '2' }),
    { code: 'rate-limited', ...goOn, retryAfterMs: 2000 },
  ],
  ['500', () => reply(500, page), { code: 'unavailable', ...goOn, detail: 'HTTP 500' }],
  ['503', () => reply(503, {}, { 'retry-after': '5' }), { code: 'unavailable', ...goOn, retryAfterMs: 5000 }],
  ['a page', () => reply(200, page), { code: 'protocol', ...goOn }],
  ['JSON that breaks off', (completed) => truncated(200, completed), { code: 'unavailable', ...goOn }],
  [
    'half of the JSON',
    (completed) => reply(200, JSON.stringify(completed).slice(0, 60)),
    { code: 'protocol', ...goOn },
  ],
  ['a redirect', () => reply(302, '', { location: '/elsewhere' }), { code: 'protocol', ...goOn }],
  ['a reset', () => resetAfterBody, { code: 'unavailable', ...goOn }],
]
