import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request exactly as it arrived. */
export interface RecordedRequest {
  method: string
  /** Path and query. */
  path: string
  headers: IncomingHttpHeaders
  /** What had arrived of the body when the answer was played: nothing for `resetBeforeBody`. */
  body: Buffer
}

/** One scripted answer. `atOnce` plays before the request's body is read. */
export interface Answer {
  atOnce?: boolean
  play(response: ServerResponse, request: RecordedRequest): void
}

export interface ScriptedServer {
  /** `http://127.0.0.1:<port>` */
  origin: string
  requests: RecordedRequest[]
  /** Queues answers, one for each request to come; a request beyond them gets 599. */
  play(...answers: Answer[]): void
  close(): Promise<void>
}

/** A real HTTP server on loopback that records requests and plays scripted answers and faults, one per request. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const requests: RecordedRequest[] = []
  const queue: Answer[] = []
  const server = createServer((incoming, response) => {
    // Recorded at once: also a request whose sender gives up counts as one that arrived.
    const request: RecordedRequest = {
      method: incoming.method!,
      path: incoming.url!,
      headers: incoming.headers,
      body: Buffer.alloc(0),
    }
    requests.push(request)
    const answer = queue.shift() ?? unscripted
    if (answer.atOnce) return answer.play(response, request)
    readAll(incoming).then(
      (body) => {
        request.body = body
        answer.play(response, request)
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    play: (...answers) => void queue.push(...answers),
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A plain answer: an object goes as JSON, text as HTML or plain text by its look, bytes as they are. */
export function reply(status: number, body: unknown = '', headers: Record<string, string> = {}): Answer {
  return {
    play(response) {
      const { bytes, type } = encode(body)
      response.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers })
      response.end(bytes)
    },
  }
}

/** The connection is reset as soon as the request's head has come. */
export const resetBeforeBody: Answer = { atOnce: true, play: reset }

/** The whole request is read, then the connection is reset without an answer. */
export const resetAfterBody: Answer = { play: reset }

/** The whole request is read, and no answer ever comes. */
export const hang: Answer = { play: () => {} }

/** The head and the first half of the body come, then the connection breaks. */
export function truncated(status: number, body: unknown): Answer {
  return {
    play(response) {
      const { bytes, type } = encode(body)
      response.writeHead(status, { 'content-type': type, 'content-length': bytes.length })
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy())
    },
  }
}

/** The whole body comes under a Content-Length that promises more, then the connection ends. */
export function wrongContentLength(status: number, body: unknown): Answer {
  return {
    play(response) {
      const { bytes, type } = encode(body)
      response.writeHead(status, { 'content-type': type, 'content-length': bytes.length + 100 })
      response.write(bytes, () => response.socket?.destroy())
    },
  }
}

const unscripted = reply(599, 'unscripted request')

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy()
}

function encode(body: unknown): { bytes: Buffer; type: string } {
  if (body instanceof Uint8Array) return { bytes: Buffer.from(body), type: 'application/octet-stream' }
  if (typeof body !== 'string') return { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json' }
  return { bytes: Buffer.from(body), type: body.startsWith('<') ? 'text/html' : 'text/plain' }
}
