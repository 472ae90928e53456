import 'server-only'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A provider that does nothing but answer: VibeDream's contract, with a clock. Times are epoch milliseconds. */
export interface StandIn {
  baseUrl: string
  /** When each submit arrived, by its instruction. */
  submittedAt: Map<string, number>
  /** When each job was done, by its instruction. */
  doneAt: Map<string, number>
  /** Polls seen, by the job's id. */
  polls: Map<string, number>
  jobIds: Map<string, string>
  close(): void
}

/**
 * A page that does without us: it polls the provider each second, as the providers' own pages advise, and shows the
 * picture. What the bench looks at is the same as on our page: an image that has been decoded.
 */
const clientPage = `<!doctype html><title>A client</title><article></article><script type="module">
const id = location.hash.slice(1)
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const { outputs } = await (await fetch('/api/v1/predictions/' + id)).json()
  if (!outputs) continue
  const image = new Image()
  image.src = outputs[0]
  await image.decode()
  document.querySelector('article').append(image)
  break
}
</script>`

/** @param workMs how long a job takes; @param picture the bytes of every output, a PNG */
export async function startStandIn(workMs: () => number, picture: Uint8Array): Promise<StandIn> {
  const submittedAt = new Map<string, number>()
  const doneAt = new Map<string, number>()
  const polls = new Map<string, number>()
  const jobIds = new Map<string, string>()
  const jobs = new Map<string, { prompt: string; done: number }>()

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const json = (body: unknown) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    }
    if (url.pathname === '/client') {
      response.setHeader('content-type', 'text/html')
      return response.end(clientPage)
    }
    if (url.pathname.startsWith('/outputs/')) {
      response.setHeader('content-type', 'image/png')
      return response.end(picture)
    }
    if (request.method === 'GET') {
      const id = url.pathname.split('/').at(-1) ?? ''
      const job = jobs.get(id)
      polls.set(id, (polls.get(id) ?? 0) + 1)
      const isDone = job !== undefined && Date.now() >= job.done
      return json({
        id,
        status: isDone ? 'completed' : 'processing',
        outputs: isDone ? [`${baseUrl}/outputs/${id}.png`] : null,
        error: null,
      })
    }
    const arrived = Date.now()
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const { prompt } = JSON.parse(body) as { prompt: string }
      const id = crypto.randomUUID()
      const done = Date.now() + workMs()
      jobs.set(id, { prompt, done })
      jobIds.set(prompt, id)
      submittedAt.set(prompt, arrived)
      doneAt.set(prompt, done)
      const statusUrl = `${baseUrl}/api/v1/predictions/${id}`
      json({
        id,
        status: 'processing',
        statusUrl,
        estimatedTime: '5-15s',
        costCents: 2,
        createdAt: new Date(),
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { baseUrl, submittedAt, doneAt, polls, jobIds, close: () => void server.close() }
}
