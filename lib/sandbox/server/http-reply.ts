import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerResponse } from 'node:http'

/** An answer as bytes, so that a fault can spoil any answer without knowing what it says. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
  /** Sends only this many bytes of the announced length, then drops the connection. */
  cutAt?: number
  /** Spreads the body over this time. */
  overMs?: number
}

/** `reset` drops the connection without an answer; `hang` keeps it open and never answers. */
export type Reply = Answer | 'reset' | 'hang'

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  }
}

export function bytes(type: string, body: Buffer): Answer {
  return { status: 200, headers: { 'content-type': type }, body }
}

export function html(status: number): Answer {
  const page = `<!doctype html><html><head><title>${status}</title></head><body><h1>${status}</h1><p>Sandbox gateway error.</p></body></html>`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(page) }
}

/** Half of the text with an honest length: whole HTTP, broken JSON. */
export function halved(answer: Answer): Answer {
  return { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.length / 2)) }
}

/** Half of the bytes with the whole length announced, then the connection is dropped. */
export function cut(answer: Answer): Answer {
  return { ...answer, cutAt: Math.floor(answer.body.length / 2) }
}

/** Sends a reply; ends when it has been handed over or the other side has gone. */
export async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply === 'hang') return
  if (reply === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(reply.body.length) })
  const body = reply.cutAt === undefined ? reply.body : reply.body.subarray(0, reply.cutAt)
  if (reply.overMs) await sendSlowly(response, body, reply.overMs)
  else if (reply.cutAt !== undefined) await write(response, body)
  if (reply.cutAt !== undefined) response.socket?.destroy()
  else if (reply.overMs) response.end()
  else response.end(body)
}

const pieces = 20

async function sendSlowly(response: ServerResponse, body: Buffer, overMs: number): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / pieces))
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    await write(response, body.subarray(at, at + size))
    await sleep(overMs / pieces)
  }
}

function write(response: ServerResponse, part: Buffer): Promise<void> {
  return new Promise((resolve) => response.write(part, () => resolve()))
}
