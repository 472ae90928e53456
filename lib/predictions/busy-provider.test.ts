import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/models/providers'
import type { Progress } from '@/lib/providers/provider'
import { aState } from '@/lib/testing/a-prediction'
import { faults, finished, held, running, scriptedProvider } from '@/lib/testing/scripted-provider'
import { pass, testLifecycle } from '@/lib/testing/test-lifecycle'
import { failureTexts } from './failure'
import type { PredictionState } from './prediction'
import { viewPrediction } from './view'

const retryAfterMs = 2_000

/** A provider that works on at most `most` at once, each for `workMs`, and answers 429 to any more. */
function busyProvider(most: number, workMs: number) {
  const endsAt = new Map<string, number>()
  const refused: number[] = []
  let accepted = 0
  const provider = scriptedProvider({
    submit: [
      async () => {
        const active = [...endsAt.values()].filter((end) => end > Date.now()).length
        if (active >= most) {
          refused.push(Date.now())
          throw faults.rateLimited(retryAfterMs)
        }
        accepted += 1
        const id = `remote-${accepted}`
        endsAt.set(id, Date.now() + workMs)
        return running({ id })
      },
    ],
  })
  provider.poll = async (job) =>
    (endsAt.get(job.id) ?? Infinity) > Date.now() ? running(job) : finished('https://remote.example/1.png')
  return { provider, refused, accepted: () => accepted }
}

describe('many predictions at a provider that takes two at once', () => {
  it('all succeed, each accepted once, and it is seldom asked in vain', async () => {
    const { provider, refused, accepted } = busyProvider(2, 20_000)
    const lifecycle = await testLifecycle(provider)
    const predictions = await lifecycle.given(...Array.from({ length: 20 }, () => ({})))
    const begunAt = lifecycle.now()
    lifecycle.startWorker()
    for (const prediction of predictions)
      expect((await lifecycle.until(prediction)).status.state).toBe('succeeded')
    const minutes = (lifecycle.now() - begunAt) / 60_000
    expect(accepted()).toBe(20)
    expect(provider.counts.submit).toBe(20 + refused.length)
    // Those that were on their way together, and then one try for more in each minute.
    const { concurrency } = providers.vibedream
    expect(refused.length).toBeLessThanOrEqual(concurrency - 2 + Math.ceil(minutes))
    // As fast as two at once can be, with a little for the waits.
    expect(minutes).toBeLessThan(((20 / 2) * 20 * 1.35) / 60)
  })

  it('sends nothing at all while it is asked to wait', async () => {
    const { provider, refused } = busyProvider(2, 20_000)
    const sentAt: number[] = []
    const { submit } = provider
    provider.submit = (...call) => {
      sentAt.push(Date.now())
      return submit(...call)
    }
    const lifecycle = await testLifecycle(provider)
    const predictions = await lifecycle.given(...Array.from({ length: 12 }, () => ({})))
    lifecycle.startWorker()
    for (const prediction of predictions) await lifecycle.until(prediction)
    expect(refused.length).toBeGreaterThan(0)
    for (const time of refused)
      expect(sentAt.filter((sent) => sent > time && sent < time + retryAfterMs)).toEqual([])
  })
})

describe('while a provider takes no more', () => {
  it('a prediction is put off however often, for half an hour, and fails then, without charge', async () => {
    const provider = scriptedProvider({ submit: [faults.rateLimited(60_000)] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    await pass(25 * 60_000)
    expect((await lifecycle.read(prediction!)).status).toMatchObject({ state: 'queued', attempts: 0 })
    expect(provider.counts.submit).toBeGreaterThan(10)
    await pass(10 * 60_000)
    expect((await lifecycle.read(prediction!)).status).toMatchObject({
      state: 'failed',
      failure: { code: 'rate-limited', billed: 'no' },
    })
  })

  it('each that waits says why, also one that was never sent', async () => {
    const provider = scriptedProvider({ submit: [faults.rateLimited(40_000)] })
    const lifecycle = await testLifecycle(provider)
    const predictions = await lifecycle.given(...Array.from({ length: 9 }, () => ({})))
    lifecycle.startWorker()
    await pass(1_000)
    expect(provider.counts.submit).toBe(providers.vibedream.concurrency)
    for (const prediction of predictions) {
      const standing = { hold: lifecycle.pace.hold, ahead: () => undefined }
      const { waiting } = viewPrediction(await lifecycle.read(prediction), '', standing)
      expect(waiting?.reason).toBe(failureTexts['rate-limited'].sentence)
      expect(waiting?.until).toBeGreaterThan(lifecycle.now() + 38_000)
    }
  })

  it('one whose pictures were still on their way goes back unsent, and says why', async () => {
    const delivery = held<string>()
    const provider = scriptedProvider({
      deliver: [delivery.step, 'https://there.example/1'],
      submit: [faults.rateLimited(40_000)],
    })
    const lifecycle = await testLifecycle(provider)
    const [slow] = await lifecycle.given({})
    await lifecycle.given({ createdAt: Date.now() + 1 })
    lifecycle.startWorker()
    await pass(1_000)
    delivery.answer('https://there.example/1')
    await pass(1_000)
    expect(provider.counts.submit).toBe(1)
    expect((await lifecycle.read(slow!)).status).toMatchObject({
      state: 'queued',
      attempts: 0,
      lastFailure: { code: 'rate-limited' },
    })
  })

  it('what it already works on is followed up all the same', async () => {
    const provider = scriptedProvider({ submit: [faults.rateLimited(600_000)] })
    const lifecycle = await testLifecycle(provider)
    await lifecycle.given({})
    lifecycle.startWorker()
    await pass(1_000)
    // As it is taken over from a server that died.
    const [begun] = await lifecycle.given({ status: aState('running', Date.now()) })
    expect((await lifecycle.until(begun!)).status.state).toBe('succeeded')
    expect(provider.counts.submit).toBe(1)
  })

  it('another provider is not kept waiting', async () => {
    const busy = scriptedProvider({ submit: [faults.rateLimited(600_000)] })
    const well = scriptedProvider()
    const lifecycle = await testLifecycle(busy)
    lifecycle.provider = (id) => (id === 'vibedream' ? busy : well)
    await lifecycle.given({})
    lifecycle.startWorker()
    await pass(1_000)
    const [other] = await lifecycle.given({ provider: 'bytecompute', modelId: 'flux2-klein-4b' })
    await pass(10_000)
    expect((await lifecycle.read(other!)).status.state).toBe('succeeded')
  })
})

describe('one cell’s fault', () => {
  it('of whatever kind leaves the others of its run alone', async () => {
    const [missing, broken] = ['0'.repeat(64), '1'.repeat(64)]
    const well = scriptedProvider()
    const down = scriptedProvider({ submit: [faults.moderated()] })
    const lifecycle = await testLifecycle(well)
    const { inputPicture } = lifecycle
    lifecycle.inputPicture = async (id, ...use) => {
      if (id === broken) throw new Error('the disk is broken there')
      return id === missing ? undefined : inputPicture(id, ...use)
    }
    lifecycle.provider = (id) => {
      if (id === 'wavespeed') throw new Error('a bug in an adapter')
      return id === 'bytecompute' ? down : well
    }
    const withPicture = (id: string) => ({ values: { prompt: 'Make it night', images: [id] } })
    const predictions = await lifecycle.given(
      withPicture(missing),
      withPicture(broken),
      { provider: 'wavespeed', modelId: 'flux-2-klein-base-9b-edit' },
      { provider: 'bytecompute', modelId: 'flux2-klein-4b' },
      { modelId: 'gone' },
      {},
      {},
    )
    lifecycle.startWorker()
    const ends: PredictionState[] = []
    for (const prediction of predictions) ends.push((await lifecycle.until(prediction)).status)
    expect(ends.map((end) => (end.state === 'failed' ? end.failure.code : end.state))).toEqual([
      'picture-missing',
      'internal',
      'internal',
      'moderation',
      'internal',
      'succeeded',
      'succeeded',
    ])
  })

  it('that hangs leaves the others their places', async () => {
    const answer = held<Progress>()
    const provider = scriptedProvider({ submit: [answer.step, running()] })
    const lifecycle = await testLifecycle(provider)
    const [hanging, ...others] = await lifecycle.given(...Array.from({ length: 10 }, () => ({})))
    lifecycle.startWorker()
    for (const other of others) expect((await lifecycle.until(other)).status.state).toBe('succeeded')
    expect((await lifecycle.read(hanging!)).status.state).toBe('submitting')
  })
})
