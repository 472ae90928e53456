import 'server-only'
import type { Dialect } from './dialect'
import { numberOf, type Fault } from './faults'
import { html, json, type Reply } from './http-reply'
import { Refusal } from './refusal'

/** The answer of a fault that takes no job. */
export function answerInstead(fault: Fault, dialect: Dialect): Reply {
  if (fault.name === 'reset-before-body') return 'reset'
  if (fault.name === 'hang') return 'hang'
  if (fault.name === 'html-page') return html(numberOf(fault))
  if (fault.name === 'envelope-error')
    return json(200, { code: numberOf(fault), message: 'Internal server error.' })
  if (fault.name === 'invalid-list')
    return json(422, {
      detail: [{ loc: ['body', 'prompt'], msg: 'String should be shorter', type: 'string_too_long' }],
    })
  if (fault.name === 'bad-request' && dialect.provider === 'wavespeed')
    return json(400, { error: 'bad request' })
  return refused(dialect, refusalOf(fault))
}

/** A refusal in the provider's shape. */
export function refused(dialect: Dialect, refusal: Refusal): Reply {
  return json(refusal.status, dialect.refusalBody(refusal), refusal.options.headers)
}

function refusalOf(fault: Fault): Refusal {
  const later = { headers: { 'retry-after': String(numberOf(fault)) } }
  switch (fault.name) {
    case 'unauthorized':
      return new Refusal(401, 'Invalid API key.')
    case 'forbidden':
      return new Refusal(403, 'This account may not use the API.')
    case 'no-credit':
      return new Refusal(402, 'Insufficient credits. Please top up your account.')
    case 'bad-request':
      return new Refusal(400, 'Bad request.')
    case 'invalid-text':
      return new Refusal(422, 'The prompt is not accepted.')
    case 'rate-limited':
      return new Refusal(429, 'Too many requests. Try again later.', later)
    case 'unavailable':
      return new Refusal(503, 'Service temporarily unavailable.', later)
    default:
      return new Refusal(numberOf(fault) || 500, 'Unexpected server error.')
  }
}
