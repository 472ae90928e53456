import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { median, type Figure } from './figures'
import type { StandIn } from './stand-in'

const rounds = 30

/**
 * How much later a request reaches the provider when it goes through us than when it is sent there directly, and how
 * long our own answer takes. Direct and ours alternate, so that noise meets both.
 */
export async function benchSubmit(url: string, standIn: StandIn): Promise<Figure[]> {
  const direct: number[] = []
  const ours: number[] = []
  const answers: number[] = []
  for (let round = 0; round < rounds; round++) {
    direct.push((await send(standIn.baseUrl, `direct ${round}`, standIn)).reached)
    const { id, reached, answered } = await send(url, `ours ${round}`, standIn)
    ours.push(reached)
    answers.push(answered)
    // A provider gets only so many at once from us; the wait for a free place is not what is measured.
    await finished(url, id)
  }
  const beyond = median(ours) - median(direct)
  return [
    {
      what: 'request → provider has it (median)',
      ours: `${median(ours).toFixed(1)} ms`,
      beside: `${median(direct).toFixed(1)} ms directly, so ${beyond.toFixed(1)} ms beyond`,
      goal: '15 ms beyond',
      met: beyond <= 15,
    },
    {
      what: 'request → our answer with the id (median)',
      ours: `${median(answers).toFixed(1)} ms`,
      beside: '',
      goal: '',
      met: true,
    },
  ]
}

async function send(base: string, prompt: string, standIn: StandIn) {
  const started = performance.timeOrigin + performance.now()
  const response = await fetch(`${base}/api/v1/models/flux-dev/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer bench-key-1234' },
    body: JSON.stringify({ prompt }),
  })
  const { id } = (await response.json()) as { id: string }
  const answered = performance.timeOrigin + performance.now() - started
  while (!standIn.submittedAt.has(prompt)) await new Promise((resolve) => setTimeout(resolve, 1))
  return { id, answered, reached: (standIn.submittedAt.get(prompt) ?? 0) - started }
}

async function finished(url: string, id: string): Promise<void> {
  for (let status = 'processing'; status === 'processing';) {
    await sleep(100)
    const response = await fetch(`${url}/api/v1/predictions/${id}`)
    status = ((await response.json()) as { status: string }).status
  }
}
