import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Model } from '@/lib/models/model'
import { acceptJob } from './accept-job'
import type { Dialect } from './dialect'
import { answerInstead } from './answer-instead'
import { at, numberOf, type Fault } from './faults'
import { requestedFault } from './requested-fault'
import { cut, halved, html, json, type Answer, type Reply } from './http-reply'
import { Refusal } from './refusal'
import type { Exchange, Sandbox } from './sandbox'

const mostJobs = 64

/** A paid request: one job taken at most, however it is answered. */
export async function submit(
  model: Model,
  dialect: Dialect,
  exchange: Exchange,
  sandbox: Sandbox,
): Promise<Reply> {
  const target = { provider: dialect.provider, modelId: model.id, on: 'submit' } as const
  const fault = requestedFault(exchange.request, dialect.provider) ?? sandbox.faults.take(target)
  const instead = at(fault, 'instead')
  if (instead) return answerInstead(instead, dialect)
  const body = await dialect.readSubmit(exchange.request, model)
  if (sandbox.runner.size >= mostJobs)
    throw new Refusal(429, `${mostJobs} jobs are waiting already. Try again in a few seconds.`, {
      headers: { 'retry-after': '5' },
    })
  const job = acceptJob(model, body, dialect, sandbox, fault)
  sandbox.runner.start(job)
  const spoil = at(fault, 'answer')
  if (spoil?.name === 'reset-after-body') return 'reset'
  if (spoil?.name === 'hang-after-accept') return 'hang'
  if (dialect.waits(job) && spoil?.name !== 'sync-timeout') await waitFor(job.id, dialect, exchange, sandbox)
  const answer = await dialect.submitted(sandbox.store.get(job.id) ?? job, sandbox)
  if (!dialect.polls) sandbox.store.remove(job.id)
  return spoil ? spoiled(spoil, answer, dialect) : answer
}

/** A job that nobody can ask for again ends with its connection. */
async function waitFor(id: string, dialect: Dialect, exchange: Exchange, sandbox: Sandbox): Promise<void> {
  const abandon = () => void sandbox.runner.abandon(id)
  if (!dialect.polls) exchange.gone.addEventListener('abort', abandon)
  await sandbox.runner.ended(id)
  exchange.gone.removeEventListener('abort', abandon)
}

async function spoiled(fault: Fault, answer: Answer, dialect: Dialect): Promise<Answer> {
  if (fault.name === 'html-after-accept') return { ...html(502), status: 200 }
  if (fault.name === 'truncated-body') return cut(answer)
  if (fault.name === 'slow-answer') await sleep(numberOf(fault))
  if (fault.name !== 'truncated-json') return answer
  if (answer.headers['content-type']?.startsWith('application/json')) return halved(answer)
  return halved(json(500, dialect.refusalBody(new Refusal(500, 'Unexpected server error.'))))
}
