import 'server-only'
import type { ProviderId } from '@/lib/models/providers'

/**
 * Where a fault acts.
 * `instead`: answered in place of taking the job, so nothing is submitted.
 * `answer`: the job is taken (and counted), then the answer is spoiled.
 * `job`: how the job goes, ends, or is told.
 * `poll`: on asking for the job. `output`: on downloading an output.
 */
export type FaultStage = 'instead' | 'answer' | 'job' | 'poll' | 'output'

interface FaultInfo {
  stage: FaultStage
  /** One sentence for people. */
  does: string
  /** What the text after the colon means, and what stands without it. */
  argument?: { means: string; otherwise: number | string }
  /** Absent: all providers. */
  providers?: readonly ProviderId[]
}

const asynchronous = ['vibedream', 'wavespeed'] as const
const wavespeed = ['wavespeed'] as const

/** Everything the sandbox can be told to do wrong: a closed list. */
export const faults = {
  unauthorized: { stage: 'instead', does: 'Answers 401 as for a wrong key.' },
  forbidden: { stage: 'instead', does: 'Answers 403 as for an account that may not use the API.' },
  'no-credit': { stage: 'instead', does: 'Answers 402: the account has no funds.' },
  'bad-request': { stage: 'instead', does: 'Answers 400; WaveSpeed in its second shape, {"error": "…"}.' },
  'invalid-text': { stage: 'instead', does: 'Answers 422 with one sentence, in the provider’s own shape.' },
  'invalid-list': { stage: 'instead', does: 'Answers 422 with detail as a list of {loc, msg, type}.' },
  'rate-limited': {
    stage: 'instead',
    does: 'Answers 429 with Retry-After.',
    argument: { means: 'seconds', otherwise: 1 },
  },
  unavailable: {
    stage: 'instead',
    does: 'Answers 503 with Retry-After.',
    argument: { means: 'seconds', otherwise: 1 },
  },
  'server-error': {
    stage: 'instead',
    does: 'Answers 500, or another status, in the provider’s own shape.',
    argument: { means: 'status', otherwise: 500 },
  },
  'html-page': {
    stage: 'instead',
    does: 'Answers with an HTML error page, as a gateway in between would.',
    argument: { means: 'status', otherwise: 502 },
  },
  'envelope-error': {
    stage: 'instead',
    does: 'Answers HTTP 200 with an envelope whose code is not 200.',
    argument: { means: 'code', otherwise: 500 },
    providers: wavespeed,
  },
  'reset-before-body': { stage: 'instead', does: 'Drops the connection without reading the body.' },
  hang: { stage: 'instead', does: 'Never answers, and takes no job.' },

  'reset-after-body': {
    stage: 'answer',
    does: 'Takes the job, then drops the connection without an answer.',
  },
  'hang-after-accept': { stage: 'answer', does: 'Takes the job and never answers.' },
  'truncated-json': {
    stage: 'answer',
    does: 'Takes the job and answers half a JSON text (ByteCompute: half an error, status 500).',
  },
  'truncated-body': {
    stage: 'answer',
    does: 'Takes the job and drops the connection half-way in the answer.',
  },
  'slow-answer': {
    stage: 'answer',
    does: 'Takes the job at once and answers late.',
    argument: { means: 'milliseconds', otherwise: 3000 },
  },
  'html-after-accept': { stage: 'answer', does: 'Takes the job and answers 200 with an HTML page.' },
  'sync-timeout': {
    stage: 'answer',
    does: 'Answers as sync mode does when it waited too long (5004, still processing); the job goes on.',
    providers: wavespeed,
  },
  'foreign-status-url': {
    stage: 'answer',
    does: 'Tells a status URL on another host, which must never be sent the key.',
    argument: { means: 'origin', otherwise: 'https://status.example.invalid' },
    providers: asynchronous,
  },

  moderated: { stage: 'job', does: 'The job fails in content moderation.' },
  failed: { stage: 'job', does: 'The job fails in the model.' },
  'picture-unreadable': {
    stage: 'job',
    does: 'The job fails because an input picture could not be fetched.',
  },
  cancelled: { stage: 'job', does: 'The job ends with status cancelled.', providers: wavespeed },
  deleted: { stage: 'job', does: 'The job ends with status deleted.', providers: wavespeed },
  timeout: {
    stage: 'job',
    does: 'The job ends with status timeout (ByteCompute: answers 504).',
    providers: ['wavespeed', 'bytecompute'],
  },
  stuck: { stage: 'job', does: 'The job never ends.' },
  'unknown-status': {
    stage: 'job',
    does: 'The first polls tell a status that no page documents, then all is well.',
    argument: { means: 'polls', otherwise: 3 },
    providers: asynchronous,
  },
  'no-outputs': { stage: 'job', does: 'The job completes with an empty list.', providers: asynchronous },
  'outputs-string': { stage: 'job', does: 'Outputs is one string, not a list.', providers: wavespeed },
  'outputs-objects': { stage: 'job', does: 'Outputs is a list of {url} objects.', providers: wavespeed },
  'base64-raw': { stage: 'job', does: 'Outputs are base64 though not asked for.', providers: asynchronous },
  'base64-data-uri': { stage: 'job', does: 'Outputs are data URIs.', providers: asynchronous },
  'jpeg-as-png': { stage: 'job', does: 'Outputs are called .png and image/png but hold JPEG bytes.' },

  'poll-500': {
    stage: 'poll',
    does: 'The first polls answer 500.',
    argument: { means: 'polls', otherwise: 1 },
    providers: asynchronous,
  },
  'poll-429': {
    stage: 'poll',
    does: 'The first poll answers 429 with Retry-After.',
    argument: { means: 'seconds', otherwise: 1 },
    providers: asynchronous,
  },
  'poll-garbage': {
    stage: 'poll',
    does: 'The first polls answer half a JSON text.',
    argument: { means: 'polls', otherwise: 1 },
    providers: asynchronous,
  },
  'poll-html': {
    stage: 'poll',
    does: 'The first polls answer 502 with an HTML page.',
    argument: { means: 'polls', otherwise: 1 },
    providers: asynchronous,
  },
  'poll-reset': {
    stage: 'poll',
    does: 'The first polls are dropped without an answer.',
    argument: { means: 'polls', otherwise: 1 },
    providers: asynchronous,
  },
  'poll-hang': {
    stage: 'poll',
    does: 'The first polls are never answered.',
    argument: { means: 'polls', otherwise: 1 },
    providers: asynchronous,
  },
  'poll-401': { stage: 'poll', does: 'Every poll answers 401.', providers: asynchronous },
  'poll-404': {
    stage: 'poll',
    does: 'Every poll answers 404: the job is forgotten.',
    providers: asynchronous,
  },

  'expired-output': {
    stage: 'output',
    does: 'Outputs are gone.',
    argument: { means: 'status', otherwise: 404 },
    providers: asynchronous,
  },
  'output-500': {
    stage: 'output',
    does: 'The first downloads answer 500.',
    argument: { means: 'downloads', otherwise: 1 },
    providers: asynchronous,
  },
  'output-truncated': {
    stage: 'output',
    does: 'The first downloads are dropped half-way.',
    argument: { means: 'downloads', otherwise: 1 },
    providers: asynchronous,
  },
  'output-short': {
    stage: 'output',
    does: 'Every download is half a picture with an honest length.',
    providers: asynchronous,
  },
  'output-slow': {
    stage: 'output',
    does: 'Downloads trickle in.',
    argument: { means: 'milliseconds', otherwise: 5000 },
    providers: asynchronous,
  },
  'output-html': {
    stage: 'output',
    does: 'Downloads are an HTML page with status 200.',
    providers: asynchronous,
  },
  'output-hang': {
    stage: 'output',
    does: 'The first downloads are never answered.',
    argument: { means: 'downloads', otherwise: 1 },
    providers: asynchronous,
  },
} as const satisfies Record<string, FaultInfo>

export type FaultName = keyof typeof faults
export const faultNames = Object.keys(faults) as FaultName[]

export interface Fault {
  name: FaultName
  argument?: string
}

export function infoOf(fault: Fault): FaultInfo {
  return faults[fault.name]
}

/** Reads `name` or `name:argument`. Throws an Error whose sentence names the list when there is no such fault. */
export function parseFault(text: string): Fault {
  const colon = text.indexOf(':')
  const name = (colon < 0 ? text : text.slice(0, colon)).trim()
  const argument = colon < 0 ? undefined : text.slice(colon + 1).trim()
  if (!Object.hasOwn(faults, name))
    throw new Error(`The sandbox knows no fault "${name}". Use one of: ${faultNames.join(', ')}.`)
  const fault = { name: name as FaultName, argument }
  const takes = infoOf(fault).argument
  if (argument !== undefined && !takes) throw new Error(`The fault "${name}" takes nothing after a colon.`)
  if (argument !== undefined && typeof takes?.otherwise === 'number' && !/^\d+$/.test(argument))
    throw new Error(
      `The fault "${name}" takes a whole number of ${takes.means}, such as ${name}:${takes.otherwise}.`,
    )
  return fault
}

export function numberOf(fault: Fault): number {
  return Number(fault.argument ?? infoOf(fault).argument?.otherwise ?? 0)
}

export function textOf(fault: Fault): string {
  return fault.argument ?? String(infoOf(fault).argument?.otherwise ?? '')
}

/** The fault if it acts at one of these stages. */
export function at(fault: Fault | undefined, ...stages: FaultStage[]): Fault | undefined {
  return fault && stages.includes(infoOf(fault).stage) ? fault : undefined
}
