import 'server-only'
import { refused } from './answer-instead'
import type { Dialect } from './dialect'
import { at, numberOf, type Fault } from './faults'
import { halved, html, json, type Reply } from './http-reply'
import { Refusal } from './refusal'
import { requestedFault } from './requested-fault'
import type { Exchange, Sandbox } from './sandbox'

/** Asking for a job. Throws a `Refusal` for one that there is not. */
export async function poll(
  id: string,
  dialect: Dialect,
  exchange: Exchange,
  sandbox: Sandbox,
): Promise<Reply> {
  const job = sandbox.store.get(id)
  if (!job || job.provider !== dialect.provider || !dialect.polls)
    throw new Refusal(404, `There is no prediction ${id}.`)
  const fault = requestedFault(exchange.request, dialect.provider) ?? job.fault
  const count = sandbox.times(`poll ${id}`)
  const odd = fault?.name === 'unknown-status' && count <= numberOf(fault) ? 'warming-up' : undefined
  const answer = json(200, await dialect.polls.prediction(job, sandbox, odd))
  const spoil = at(fault, 'poll')
  return (spoil && spoiled(spoil, count, answer, dialect)) ?? answer
}

/** Undefined once the fault has had its turns. */
function spoiled(
  fault: Fault,
  count: number,
  answer: ReturnType<typeof json>,
  dialect: Dialect,
): Reply | undefined {
  if (fault.name === 'poll-401') return refused(dialect, new Refusal(401, 'Invalid API key.'))
  if (fault.name === 'poll-404') return refused(dialect, new Refusal(404, 'Prediction not found.'))
  if (fault.name === 'poll-429') {
    const headers = { 'retry-after': String(numberOf(fault)) }
    return count === 1 ? refused(dialect, new Refusal(429, 'Too many requests.', { headers })) : undefined
  }
  if (count > numberOf(fault)) return undefined
  if (fault.name === 'poll-500') return refused(dialect, new Refusal(500, 'Unexpected server error.'))
  if (fault.name === 'poll-garbage') return halved(answer)
  if (fault.name === 'poll-html') return html(502)
  return fault.name === 'poll-reset' ? 'reset' : 'hang'
}
