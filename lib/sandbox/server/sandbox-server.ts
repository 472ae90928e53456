import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { models } from '@/lib/models/registry'
import { refused } from './answer-instead'
import { bytecompute } from './bytecompute'
import type { Dialect } from './dialect'
import { FaultQueue } from './fault-queue'
import { json, send, type Reply } from './http-reply'
import { JobRunner } from './job-runner'
import { JobStore } from './job-store'
import { outputIn, serveOutput } from './outputs'
import { poll } from './poll'
import { Refusal } from './refusal'
import type { Engine } from './render-job'
import type { Exchange, Sandbox } from './sandbox'
import { submit } from './submit'
import { SubmitLog, type Submit } from './submit-log'
import { vibedream } from './vibedream'
import { wavespeed } from './wavespeed'
import { serveUpload, uploadIn } from './wavespeed-uploads'

export const sandboxKey = 'sandbox'

const dialects: readonly Dialect[] = [vibedream, wavespeed, bytecompute]

export interface SandboxOptions {
  /** 0 takes any free one. */
  port: number
  /** Jobs, pictures and the submit log; made if it is not there. One sandbox per folder. */
  dataFolder: string
  engine: Engine
  /** Range in milliseconds that a job pretends to take; 1000 to 2500. */
  latencyMs?: readonly [number, number]
  /** A fault for every request it fits, `name[:argument]`. */
  fault?: string
}

export interface RunningSandbox {
  /** `http://127.0.0.1:4400`; the providers are below `/vibedream`, `/wavespeed`, `/bytecompute`. */
  origin: string
  port: number
  /** Base URL of one provider. */
  baseUrl(provider: Dialect['provider']): string
  /** What the next requests get. */
  faults: FaultQueue
  /** Jobs this process took, oldest first. `readSubmitLog(dataFolder)` has those of all processes. */
  submits: readonly Submit[]
  /** Unfinished jobs stay stored and go on at the next start. */
  close(): Promise<void>
}

/**
 * Listens on 127.0.0.1 and goes on with the jobs an earlier process left unfinished.
 * Throws an Error with a sentence for the person when the port is taken or the fault unknown.
 */
export async function openSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const faults = new FaultQueue(options.fault)
  // Listening comes first: where the port is taken, another sandbox may be at work in the folder.
  const server = createServer()
  const port = await listen(server, options.port)
  const origin = `http://127.0.0.1:${port}`
  const store = new JobStore(options.dataFolder)
  const runner = new JobRunner(store, options.engine)
  const submitLog = new SubmitLog(options.dataFolder)
  const counts = new Map<string, number>()
  const [shortest, longest] = options.latencyMs ?? [1000, 2500]
  const sandbox: Sandbox = {
    origin,
    latency: () => shortest + Math.random() * (longest - shortest),
    store,
    runner,
    faults,
    submitLog,
    times: (name) => {
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return count
    },
  }
  server.on('request', (request, response) => void serve(request, response, sandbox))
  for (const job of store.unfinished()) {
    // Nobody can ask for a job of a provider without polls: its connection went with the process.
    if (dialects.find(({ provider }) => provider === job.provider)?.polls) runner.start(job, true)
    else store.remove(job.id)
  }
  return {
    origin,
    port,
    baseUrl: (provider) => `${origin}/${provider}`,
    faults,
    submits: submitLog.submits,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await runner.close()
      await closed
    },
  }
}

/** Resolves with the port when it listens on loopback. */
async function listen(server: Server, port: number): Promise<number> {
  // A client that reuses a connection just as we close it can't know whether its submit arrived.
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`The sandbox can't listen: port ${port} is in use. Set SANDBOX_PORT to a free one.`)
          : error,
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

async function serve(request: IncomingMessage, response: ServerResponse, sandbox: Sandbox): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => response.writableFinished || gone.abort())
  // A connection that breaks is no fault of ours; whoever dropped it knows.
  request.on('error', () => {})
  response.on('error', () => {})
  const reply = await route(request, gone.signal, sandbox)
  if (!gone.signal.aborted) await send(response, reply)
}

async function route(request: IncomingMessage, gone: AbortSignal, sandbox: Sandbox): Promise<Reply> {
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox')
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ''))
    return json(403, { error: 'The sandbox answers on 127.0.0.1 and localhost only.' })
  const dialect = dialects.find(({ provider }) => pathname.startsWith(`/${provider}/`))
  if (!dialect)
    return json(404, {
      error: `Nothing is here. The providers are below ${dialects.map(({ provider }) => `/${provider}`).join(', ')}.`,
    })
  const exchange: Exchange = { request, path: pathname.slice(dialect.provider.length + 1), gone }
  try {
    return await routeProvider(dialect, exchange, sandbox)
  } catch (error) {
    if (error instanceof Refusal) return refused(dialect, error)
    return refused(dialect, new Refusal(500, `The sandbox failed: ${(error as Error).message}`))
  }
}

async function routeProvider(dialect: Dialect, exchange: Exchange, sandbox: Sandbox): Promise<Reply> {
  const { request, path } = exchange
  const get = request.method === 'GET'
  const output = get ? outputIn(path) : undefined
  if (output) return serveOutput(dialect.provider, output, exchange, sandbox)
  const uploadName = get && dialect.provider === 'wavespeed' ? uploadIn(path) : undefined
  if (uploadName) return serveUpload(uploadName, sandbox)

  if (!isAuthorized(request))
    throw new Refusal(401, 'Invalid authentication. The sandbox’s key is "sandbox".')
  const id = get ? dialect.polls?.idIn(path) : undefined
  if (id) return poll(id, dialect, exchange, sandbox)
  const model = models.find((entry) => entry.provider === dialect.provider && entry.endpoint === path)
  if (model && request.method === 'POST') return submit(model, dialect, exchange, sandbox)
  const more = await dialect.more?.(exchange, sandbox)
  if (more) return more
  throw new Refusal(model ? 405 : 404, `There is no ${request.method} ${path}.`)
}

function isAuthorized(request: IncomingMessage): boolean {
  const sent = Buffer.from(request.headers.authorization ?? '')
  const right = Buffer.from(`Bearer ${sandboxKey}`)
  return sent.length === right.length && timingSafeEqual(sent, right)
}
