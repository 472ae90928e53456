import 'server-only'
import type { ProviderId } from '@/lib/models/providers'
import { at, numberOf, type Fault } from './faults'
import { bytes, cut, halved, html, json, type Reply } from './http-reply'
import type { Job } from './job'
import { requestedFault } from './requested-fault'
import type { Exchange, Sandbox } from './sandbox'

type Completed = Extract<Job, { state: 'completed' }>

/** Where an output is fetched: named as on the seed pages, `{id}/{milliseconds}-{index}.png` whatever the type. */
export function outputUrl(job: Completed, index: number, sandbox: Sandbox): string {
  return `${sandbox.origin}/${job.provider}/outputs/${job.id}/${job.endedAt}-${index}.png`
}

/** What a finished job's outputs are told as: URLs, or base64 where that was asked for. */
export async function toldOutputs(job: Completed, base64: boolean, sandbox: Sandbox): Promise<string[]> {
  const name = job.fault?.name
  if (name === 'no-outputs') return []
  if (!base64 && name !== 'base64-raw' && name !== 'base64-data-uri')
    return job.outputs.map((_, index) => outputUrl(job, index, sandbox))
  const prefix = (type: string) => (name === 'base64-data-uri' ? `data:${type};base64,` : '')
  return Promise.all(
    job.outputs.map(
      async ({ file, type }) =>
        prefix(type) + (await sandbox.store.readFile(job.id, file)).toString('base64'),
    ),
  )
}

/** The path of an output, fetched without a key; undefined if the path is another one. */
export function outputIn(path: string): { id: string; index: number } | undefined {
  const match = /^\/outputs\/([0-9a-f-]{36})\/\d+-(\d)\.png$/.exec(path)
  return match ? { id: match[1]!, index: Number(match[2]) } : undefined
}

export async function serveOutput(
  provider: ProviderId,
  { id, index }: { id: string; index: number },
  exchange: Exchange,
  sandbox: Sandbox,
): Promise<Reply> {
  const job = sandbox.store.get(id)
  const output = job?.state === 'completed' && job.provider === provider ? job.outputs[index] : undefined
  if (!job || !output) return json(404, { error: 'There is no such output, or it has expired.' })
  const type = job.fault?.name === 'jpeg-as-png' ? 'image/png' : output.type
  const answer = bytes(type, await sandbox.store.readFile(id, output.file))
  const fault = at(requestedFault(exchange.request, provider) ?? job.fault, 'output')
  return (fault && spoiled(fault, answer, sandbox.times(`output ${id} ${index}`))) ?? answer
}

/** Undefined once the fault has had its turns. */
function spoiled(fault: Fault, answer: ReturnType<typeof bytes>, count: number): Reply | undefined {
  if (fault.name === 'expired-output') return json(numberOf(fault), { error: 'This output has expired.' })
  if (fault.name === 'output-html') return { ...html(404), status: 200 }
  if (fault.name === 'output-short') return halved(answer)
  if (fault.name === 'output-slow') return { ...answer, overMs: numberOf(fault) }
  if (count > numberOf(fault)) return undefined
  if (fault.name === 'output-500') return json(500, { error: 'Unexpected server error.' })
  return fault.name === 'output-truncated' ? cut(answer) : 'hang'
}
