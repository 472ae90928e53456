import 'server-only'
import type { Figure } from './figures'
import type { StandIn } from './stand-in'

/** Polls the provider sees for one prediction while one page looks at it, and while ten do. */
export async function benchViewers(url: string, standIn: StandIn): Promise<Figure[]> {
  const [one, ten] = await Promise.all([pollsWith(1), pollsWith(10)])
  return [
    {
      what: 'polls at the provider for one prediction, ten viewers',
      ours: String(ten),
      beside: `${one} with one viewer`,
      goal: 'the same (one more or less by chance)',
      met: Math.abs(ten - one) <= 1,
    },
  ]

  async function pollsWith(viewers: number): Promise<number> {
    const prompt = `${viewers} viewers`
    const response = await fetch(`${url}/api/v1/models/flux-dev/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prompt }),
    })
    const { id } = (await response.json()) as { id: string }
    await Promise.all(Array.from({ length: viewers }, () => look(id)))
    return standIn.polls.get(standIn.jobIds.get(prompt) ?? '') ?? 0
  }

  /** What the page does: asks, with the version it has seen, until the prediction is finished. */
  async function look(id: string): Promise<void> {
    for (let version = 0; ;) {
      const response = await fetch(`${url}/api/v1/predictions?ids=${id}&after=${version}`)
      const { predictions } = (await response.json()) as {
        predictions: { status: string; version: number }[]
      }
      const [prediction] = predictions
      if (!prediction || prediction.status !== 'processing') return
      version = prediction.version
    }
  }
}
