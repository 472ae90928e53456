import { setTimeout as sleep } from 'node:timers/promises'
import { isFinished, type StateName } from '@/lib/predictions/prediction'
import type { PredictionView } from '@/lib/predictions/view'
import { upload } from './api-client'
import type { DiptychServer } from './diptych-server'
import type { SandboxProcess } from './sandbox-process'
import type { StoredPrediction } from './stored-predictions'
import { startStubbornClient } from './stubborn-client'
import { expect } from './test'

export interface KillJourney {
  /** All on the same database; one of them is killed at a time. */
  servers: DiptychServer[]
  sandbox: SandboxProcess
  read(): Promise<StoredPrediction[]> | StoredPrediction[]
  kills: number
  /** How long the client’s askers rest between two runs: from, and up to, in milliseconds. */
  pauseMs: readonly [number, number]
  random(): number
}

export interface KillReport {
  accepted: number
  repeated: number
  submits: number
  /** How many unfinished predictions stood where when a kill fell, all kills together. */
  found: Partial<Record<StateName, number>>
  /** How they ended. */
  ended: Partial<Record<StateName, number>>
  /** Predictions that were on their way to the provider when a kill fell. */
  cutOff: Set<string>
  unconfirmed: Set<string>
}

/** Kills servers while a client goes on asking, then lets all come to its end and checks that nothing was lost. */
export async function killAgainAndAgain(journey: KillJourney): Promise<KillReport> {
  const { servers, sandbox, read, kills, pauseMs, random } = journey
  const picture = (await upload(servers[0]!.url)).body.id
  let alive = servers[0]!
  const client = startStubbornClient(() => alive.url, picture, random, pauseMs)
  const found: KillReport['found'] = {}
  const cutOff = new Set<string>()
  const lookAround = async () => {
    for (const { id, state } of await read()) {
      if (isFinished(state)) continue
      found[state] = (found[state] ?? 0) + 1
      if (state === 'submitting') cutOff.add(id)
    }
  }
  for (let kill = 0; kill < kills; kill++) {
    const victim = servers[kill % servers.length]!
    alive = servers[(kill + (random() < 0.5 ? 0 : 1)) % servers.length]!
    await sleep(random() * 900)
    await victim.kill()
    alive = servers[(kill + 1) % servers.length]!
    await lookAround()
    // Now and then it dies again before it is up.
    if (kill % 6 === 5) {
      const starting = victim.start().catch(() => {})
      await sleep(200 + random() * 700)
      await victim.kill()
      await starting
      await lookAround()
    }
    await victim.start()
  }
  await client.finish()
  const predictions = await untilFinished(read)
  const submits = sandbox.submits()

  const stored = new Map(predictions.map(({ prompt, id }) => [prompt, id]))
  expect(stored, 'exactly what was acknowledged is stored').toEqual(client.accepted)
  expect(predictions.length, 'a repeated request made no second run').toBe(client.accepted.size)
  expectSubmitsMatch(predictions, submits)
  await expectPicturesThere(servers[0]!.url, predictions)

  const ended = countBy(predictions.map(({ state }) => state))
  const unconfirmed = predictions.filter(({ state }) => state === 'unconfirmed').map(({ id }) => id)
  return {
    accepted: client.accepted.size,
    repeated: client.repeated(),
    submits: submits.length,
    found,
    ended,
    cutOff,
    unconfirmed: new Set(unconfirmed),
  }
}

async function untilFinished(read: KillJourney['read']): Promise<StoredPrediction[]> {
  let predictions: StoredPrediction[] = []
  await expect
    .poll(
      async () => {
        predictions = await read()
        return predictions.filter(({ state }) => !isFinished(state)).length
      },
      { message: 'nothing is left unfinished', timeout: 240_000, intervals: [500] },
    )
    .toBe(0)
  return predictions
}

/** The provider's own count: what it would have billed. */
function expectSubmitsMatch(
  predictions: StoredPrediction[],
  submits: ReturnType<SandboxProcess['submits']>,
): void {
  const counts = new Map<string, number>()
  for (const { body } of submits) counts.set(String(body.prompt), (counts.get(String(body.prompt)) ?? 0) + 1)
  const twice = [...counts].filter(([, count]) => count > 1)
  expect(twice, 'nothing was submitted twice').toEqual([])
  const known = new Set(predictions.map(({ prompt }) => prompt))
  expect(
    [...counts.keys()].filter((prompt) => !known.has(prompt)),
    'nothing was submitted that is not stored',
  ).toEqual([])
  const unpaid = predictions.filter(({ state, prompt }) => state === 'succeeded' && !counts.has(prompt))
  expect(unpaid, 'each success was submitted').toEqual([])
  // The provider fetches pictures from the very server that was killed: that alone may fail.
  const failures = predictions.filter(
    ({ state, status }) => state === 'failed' && !status.includes('"input-unreachable"'),
  )
  expect(failures, 'nothing failed for another reason').toEqual([])
  const allowed = ['succeeded', 'failed', 'unconfirmed']
  expect(predictions.filter(({ state }) => !allowed.includes(state))).toEqual([])
}

async function expectPicturesThere(url: string, predictions: StoredPrediction[]): Promise<void> {
  for (let from = 0; from < predictions.length; from += 100) {
    const ids = predictions.slice(from, from + 100).map(({ id }) => id)
    const answer = await fetch(`${url}/api/v1/predictions?ids=${ids.join(',')}`)
    const views = ((await answer.json()) as { predictions: PredictionView[] }).predictions
    expect(views.map(({ id }) => id)).toEqual(ids)
    for (const view of views) {
      expect(view.status).toBe(view.state === 'succeeded' ? 'completed' : 'failed')
      for (const output of view.outputs ?? []) {
        const picture = await fetch(output)
        expect(picture.status).toBe(200)
        expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(0)
      }
    }
  }
}

function countBy(names: StateName[]): Partial<Record<StateName, number>> {
  const counts: Partial<Record<StateName, number>> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
