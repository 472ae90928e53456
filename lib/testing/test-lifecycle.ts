import type { EngineReport } from '@/lib/models/engine-report'
import { randomUUID } from 'node:crypto'
import { onTestFinished, vi } from 'vitest'
import { PictureRefused } from '@/lib/assets/picture-refused'
import { openDatabase } from '@/lib/db/client'
import { createPredictionStore } from '@/lib/db/prediction-store'
import type { Lifecycle } from '@/lib/predictions/lifecycle'
import { isFinished, type Prediction, type StateName } from '@/lib/predictions/prediction'
import { createProviderPace } from '@/lib/predictions/provider-pace'
import { startWorker, type Worker } from '@/lib/predictions/worker'
import type { Provider } from '@/lib/providers/provider'
import { anAsset, aPrediction, aRun } from './a-prediction'
import { temporaryFolder } from './temporary-folder'

/** Bytes that `addOutput` refuses, as the real one refuses half a picture. */
export const brokenPicture = 'broken'

export interface TestLifecycle extends Lifecycle {
  /** What was logged. */
  logged: string[]
  /** What the sandbox's pictures say of themselves, by asset id. */
  reports: Map<string, EngineReport>
  /** Stores predictions with their runs. */
  given(...facts: Partial<Prediction>[]): Promise<Prediction[]>
  startWorker(): Worker
  /** What `kill -9` leaves: nobody waits for anything any more. Then the boot of the next server. */
  crashAndBoot(): Promise<void>
  now(): number
  read(prediction: Prediction): Promise<Prediction>
  /** Lets time pass until it is in one of these states, or finished if none is named. */
  until(prediction: Prediction, ...states: StateName[]): Promise<Prediction>
}

/**
 * The lifecycle on a real SQLite store, with a scripted provider and a clock that runs as fast as the machine can:
 * minutes of backoff take milliseconds. Pictures are texts; every input picture is there.
 */
export async function testLifecycle(provider: Provider): Promise<TestLifecycle> {
  const database = await openDatabase({ folder: await temporaryFolder() })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  onTestFinished(async () => {
    vi.clearAllTimers()
    vi.useRealTimers()
    await database.close()
  })
  const store = createPredictionStore(database)
  const logged: string[] = []
  const reports = new Map<string, EngineReport>()
  const read = async ({ id }: Prediction) => (await store.getPredictions([id]))[0]!

  const lifecycle: TestLifecycle = {
    store,
    provider: () => provider,
    pace: createProviderPace(() => Date.now()),
    tellAhead: () => {},
    readReport: async ({ id }) => reports.get(id),
    inputPicture: async (id) => ({
      id,
      type: 'image/png',
      bytes: async () => new Uint8Array(Buffer.from(id)),
      publicUrl: async () => undefined,
    }),
    getAsset: async () => anAsset('input'),
    async addOutput(bytes) {
      const text = Buffer.from(bytes).toString()
      if (text === brokenPicture) throw new PictureRefused('truncated', 'The picture is damaged.')
      return anAsset(text)
    },
    compose: async (composition, answer) => ({ asset: anAsset(`composed ${answer.id}`) }),
    move: (held, next) => lifecycle.store.move(held.prediction, next, Date.now(), held.owner),
    now: () => Date.now(),
    sleep,
    log: (message) => void logged.push(message),
    logged,
    reports,

    async given(...facts) {
      const predictions = facts.map((some) =>
        aPrediction({ createdAt: Date.now(), updatedAt: Date.now(), ...some }),
      )
      for (const prediction of predictions)
        await store.createRun(aRun({ id: prediction.runId }), [prediction])
      return predictions
    },
    startWorker: () => startWorker(lifecycle, randomUUID()),
    async crashAndBoot() {
      vi.clearAllTimers()
      await store.releaseAll()
    },
    read,
    async until(prediction, ...states) {
      for (let waited = 0; waited < 90 * 60_000; waited += 250) {
        const current = await read(prediction)
        const { state } = current.status
        if (states.length > 0 ? states.includes(state) : isFinished(state)) return current
        await vi.advanceTimersByTimeAsync(250)
      }
      throw new Error(`Still ${(await read(prediction)).status.state} after 90 minutes.`)
    },
  }
  return lifecycle
}

/** Lets what is under way go on for some time. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, ms)
    function abort() {
      clearTimeout(timer)
      reject(signal.reason)
    }
    signal.addEventListener('abort', abort, { once: true })
  })
}
