import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/** The kinds of runs it asks for; some with several or large pictures, so that storing takes its time. */
const kinds = [
  { model: 'flux-dev', field: 'image', values: { num_images: 3, size: '768*768', output_format: 'png' } },
  { model: 'flux-2-klein-9b-edit', field: 'images', values: { size: '1024*768' } },
  { model: 'flux-2-klein-base-9b-edit', field: 'images', values: { size: '768*512' } },
  { model: 'flux2-klein-4b', field: 'images', values: { aspect_ratio: 'square' } },
] as const

export interface StubbornClient {
  /** Prediction ids that the server has acknowledged, by the words of their prompt. */
  accepted: Map<string, string>
  /** How often a request had to be repeated because its answer did not come. */
  repeated(): number
  /** Asks for nothing new, and waits until all that was asked is acknowledged. */
  finish(): Promise<void>
}

/**
 * Keeps asking for runs on all three providers, each with an Idempotency-Key of its own, and repeats a request with the
 * same key until it is acknowledged: what a careful client of the API does.
 *
 * @param url where the API is just now
 * @param picture id of an uploaded picture
 * @param pauseMs  how long each of its four askers rests between two runs: from, and up to
 */
export function startStubbornClient(
  url: () => string,
  picture: string,
  random: () => number,
  [leastPause, longestPause]: readonly [number, number],
): StubbornClient {
  const accepted = new Map<string, string>()
  let asked = 0
  let repeated = 0
  let stopping = false

  async function ask({ model, field, values }: (typeof kinds)[number]): Promise<void> {
    asked += 1
    // A number that no other run has, by which the provider's count can be matched with ours.
    const prompt = `black and white #run${asked}`
    const body = JSON.stringify({ prompt, [field]: picture, ...values })
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    for (;;) {
      try {
        const address = `${url()}/api/v1/models/${model}/generate`
        const answer = await fetch(address, {
          method: 'POST',
          headers,
          body,
          signal: AbortSignal.timeout(20_000),
        })
        const text = await answer.text()
        if (!answer.ok) throw new Refused(`${model} answered ${answer.status}: ${text}`)
        accepted.set(prompt, (JSON.parse(text) as { id: string }).id)
        return
      } catch (error) {
        if (error instanceof Refused) throw error
        repeated += 1
        await sleep(40)
      }
    }
  }

  async function keepAsking(kind: (typeof kinds)[number]): Promise<void> {
    while (!stopping) {
      await ask(kind)
      await sleep(leastPause + random() * (longestPause - leastPause))
    }
  }

  const loops = Promise.all(kinds.map(keepAsking))
  // Reported where finish() is awaited.
  loops.catch(() => {})
  return {
    accepted,
    repeated: () => repeated,
    async finish() {
      stopping = true
      await loops
    },
  }
}

/** An answer that no repetition would change. */
class Refused extends Error {}
