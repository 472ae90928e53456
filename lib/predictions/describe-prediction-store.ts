import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { begunStates, type Prediction, type PredictionState, type StateName } from './prediction'
import type { PredictionStore } from './prediction-store'

/** What every prediction store must do. `open` gives an empty store before each test. */
export function describePredictionStore(engine: string, open: () => Promise<PredictionStore>): void {
  describe(`prediction store on ${engine}`, () => {
    let store: PredictionStore
    beforeEach(async () => {
      store = await open()
    })

    /** Stores predictions, each in a run of its own unless told otherwise, and gives them back. */
    async function stored(...facts: Partial<Prediction>[]): Promise<Prediction[]> {
      const predictions = facts.map((some) => aPrediction(some))
      for (const prediction of predictions)
        await store.createRun(aRun({ id: prediction.runId, createdAt: prediction.createdAt }), [prediction])
      return predictions
    }
    async function storedOne(facts: Partial<Prediction> = {}): Promise<Prediction> {
      const [prediction] = await stored(facts)
      return prediction!
    }
    async function now(id: string): Promise<Prediction> {
      const [prediction] = await store.getPredictions([id])
      return prediction!
    }
    const claimIds = async (owner: string, at: number, { limit = 100, until = at + 1000 } = {}) =>
      (await store.claim({ owner, until }, 'vibedream', limit, at)).map(({ id }) => id)

    describe('createRun and getRun', () => {
      it('gives back the run with its predictions by position', async () => {
        const run = aRun()
        const predictions = [2, 0, 1].map((position) => aPrediction({ runId: run.id, position }))
        expect(await store.createRun(run, predictions)).toEqual({
          runId: run.id,
          created: true,
          sameRequest: true,
        })
        expect(await store.getRun(run.id)).toEqual({
          run,
          predictions: [predictions[1], predictions[2], predictions[0]],
        })
        expect(await store.getRun('unknown')).toBeUndefined()
      })

      it('keeps what was varied and what one model got instead', async () => {
        const run = aRun({
          choices: [{ modelId: 'flux-dev', values: {}, override: { prompt: 'Make it day', seed: 4 } }],
          axes: [{ parameter: 'strength', values: [0.2, 0.8] }],
        })
        await store.createRun(run, [])
        expect((await store.getRun(run.id))?.run).toEqual(run)
      })

      it('stores all or nothing', async () => {
        const known = await storedOne()
        const run = aRun()
        const fresh = aPrediction({ runId: run.id })
        await expect(store.createRun(run, [fresh, { ...known, runId: run.id }])).rejects.toThrow()
        expect(await store.getRun(run.id)).toBeUndefined()
        expect(await store.getPredictions([fresh.id])).toEqual([])
      })

      it.each<[string, Partial<Prediction>]>([
        ['emoji and other scripts', { values: { prompt: '🏳️‍🌈 猫 «é» \u2028' } }],
        ['a zero character', { values: { prompt: 'a\u0000b' } }],
        ['half a surrogate pair', { values: { prompt: 'a\ud83d' } }],
        ['quotes and backslashes', { values: { prompt: `'"\\";--` } }],
        ['a prompt of 10,000 characters', { values: { prompt: '长'.repeat(10_000) } }],
        ['key order and nested values', { values: { z: 1, a: [true, null, { b: 0.1 }] } }],
        ['a price with fractions', { priceCents: 0.3 }],
        ['times beyond 32 bits', { createdAt: 1_900_000_000_000, updatedAt: 1_900_000_000_001 }],
      ])('keeps %s', async (_, facts) => {
        const prediction = await storedOne(facts)
        const read = await now(prediction.id)
        expect(read).toEqual(prediction)
        expect(Object.keys(read.values)).toEqual(Object.keys(prediction.values))
      })
    })

    describe('idempotency keys', () => {
      it('stores a request once, and tells the same one from another', async () => {
        const run = aRun()
        const again = aRun()
        const key = randomUUID()
        await store.createRun(run, [aPrediction({ runId: run.id })], { key, fingerprint: 'one' })
        expect(
          await store.createRun(again, [aPrediction({ runId: again.id })], { key, fingerprint: 'one' }),
        ).toEqual({ runId: run.id, created: false, sameRequest: true })
        expect(await store.findRun({ key, fingerprint: 'one' })).toMatchObject({
          runId: run.id,
          sameRequest: true,
        })
        expect(await store.findRun({ key, fingerprint: 'other' })).toMatchObject({ sameRequest: false })
        expect(await store.findRun({ key: 'unknown', fingerprint: 'one' })).toBeUndefined()
        expect(
          await store.createRun(again, [aPrediction({ runId: again.id })], { key, fingerprint: 'other' }),
        ).toEqual({ runId: run.id, created: false, sameRequest: false })
        expect(await store.getRun(again.id)).toBeUndefined()
        expect((await store.getRun(run.id))?.predictions).toHaveLength(1)
      })

      it('makes one run of 20 concurrent requests with one key', async () => {
        const answers = await Promise.all(
          Array.from({ length: 20 }, async () => {
            const run = aRun()
            const predictions = [aPrediction({ runId: run.id }), aPrediction({ runId: run.id, position: 1 })]
            return store.createRun(run, predictions, { key: 'k', fingerprint: 'f' })
          }),
        )
        expect(answers.filter(({ created }) => created)).toHaveLength(1)
        expect(new Set(answers.map(({ runId }) => runId)).size).toBe(1)
        const runs = await store.listRuns(100)
        expect(runs).toHaveLength(1)
        expect(runs[0]?.predictions).toHaveLength(2)
      })

      it('keeps apart runs that have none', async () => {
        await stored({}, {})
        expect(await store.listRuns(10)).toHaveLength(2)
      })
    })

    describe('addAttempt', () => {
      it('stores another try beside the earlier ones, once however often it is asked for', async () => {
        const first = await storedOne({ status: aState('failed') })
        const tries = Array.from({ length: 8 }, () => aPrediction({ runId: first.runId, attempt: 1 }))
        const answers = await Promise.all(tries.map((one) => store.addAttempt(one)))
        expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
        const { predictions } = (await store.getRun(first.runId))!
        expect(predictions).toEqual([first, answers[0]])
        expect(await claimIds('a', 2_000)).toEqual([answers[0]!.id])
      })
    })

    describe('mark', () => {
      it('sets, changes and takes away a mark, and tells readers of each', async () => {
        const prediction = await storedOne({ updatedAt: 5_000, status: aState('succeeded') })
        const starred = await store.mark(prediction.id, 'star', 5_000)
        expect(starred).toEqual({ ...prediction, mark: 'star', updatedAt: 5_001 })
        expect((await store.mark(prediction.id, 'reject', 6_000))?.mark).toBe('reject')
        expect(await store.mark(prediction.id, undefined, 7_000)).toEqual({ ...prediction, updatedAt: 7_000 })
        expect(await store.mark('unknown', 'star', 1)).toBeUndefined()
      })

      it('keeps through a change of state', async () => {
        const prediction = await storedOne()
        await store.mark(prediction.id, 'star', 2_000)
        const moved = await store.move(prediction, aState('submitting'), 3_000)
        expect(moved?.mark).toBe('star')
      })
    })

    it('getPredictions keeps the order asked for, repeats, and leaves out unknown ids', async () => {
      const [a, b, c] = await stored({}, {}, {})
      const ids = [c!.id, 'unknown', a!.id, b!.id, a!.id]
      expect((await store.getPredictions(ids)).map(({ id }) => id)).toEqual([c!.id, a!.id, b!.id, a!.id])
      expect(await store.getPredictions([])).toEqual([])
    })

    it('hasUnfinishedInSandbox sees those, and only those', async () => {
      await stored({ mode: 'live' })
      expect(await store.hasUnfinishedInSandbox()).toBe(false)
      const [prediction] = await stored({ mode: 'sandbox' })
      expect(await store.hasUnfinishedInSandbox()).toBe(true)
      await store.move(prediction!, aState('canceled', 9), 9)
      expect(await store.hasUnfinishedInSandbox()).toBe(false)
    })

    it('listRuns pages newest first without a gap or a repeat, also among equal times', async () => {
      const times = [5, 3, 3, 3, 3, 3, 1]
      const predictions = await stored(...times.map((createdAt) => ({ createdAt })))
      const seen: { id: string; createdAt: number }[] = []
      for (;;) {
        const page = await store.listRuns(2, seen.at(-1))
        if (page.length === 0) break
        expect(page.every(({ predictions: own }) => own.length === 1)).toBe(true)
        seen.push(...page.map(({ run }) => run))
      }
      expect(seen.map(({ createdAt }) => createdAt)).toEqual(times)
      expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(predictions.map(({ runId }) => runId)))
    })

    describe('claim', () => {
      it('gives each prediction to one of many claimers, never more than asked for', async () => {
        const predictions = await stored(...Array.from({ length: 60 }, () => ({})))
        const claimed: string[] = []
        await Promise.all(
          Array.from({ length: 8 }, async (_, index) => {
            for (;;) {
              const ids = await claimIds(`owner-${index}`, 2_000, { limit: 3 })
              expect(ids.length).toBeLessThanOrEqual(3)
              if (ids.length === 0) return
              claimed.push(...ids)
            }
          }),
        )
        // With rows locked by others a claimer may leave early; whatever is left is still to be had.
        claimed.push(...(await claimIds('owner-last', 2_000)))
        expect(claimed.sort()).toEqual(predictions.map(({ id }) => id).sort())
      })

      it('takes the oldest first, within a run by position', async () => {
        const run = aRun({ createdAt: 20 })
        const late = [1, 0].map((position) => aPrediction({ runId: run.id, position, createdAt: 20 }))
        await store.createRun(run, late)
        const early = await storedOne({ createdAt: 10 })
        expect(await claimIds('a', 2_000, { limit: 2 })).toEqual([early.id, late[1]!.id])
        expect(await claimIds('a', 2_000)).toEqual([late[0]!.id])
      })

      it('takes only the provider asked for', async () => {
        const prediction = await storedOne({ provider: 'wavespeed', modelId: 'flux-2-klein-base-9b-edit' })
        expect(await claimIds('a', 2_000)).toEqual([])
        const [claimed] = await store.claim({ owner: 'a', until: 9_000 }, 'wavespeed', 5, 2_000)
        expect(claimed).toEqual(prediction)
      })

      it.each<[StateName, boolean]>([
        ['queued', true],
        ['submitting', true],
        ['running', true],
        ['storing', true],
        ['succeeded', false],
        ['failed', false],
        ['canceled', false],
        ['unconfirmed', false],
      ])('%s: %s', async (state, claimable) => {
        const { id } = await storedOne({ status: aState(state) })
        expect(await claimIds('a', 2_000)).toEqual(claimable ? [id] : [])
      })

      it('takes only the states asked for', async () => {
        const [, running] = await stored({}, { status: aState('running') })
        const claimed = await store.claim({ owner: 'a', until: 9_000 }, 'vibedream', 5, 2_000, begunStates)
        expect(claimed.map(({ id }) => id)).toEqual([running!.id])
      })

      it('waits for notBefore', async () => {
        const prediction = await storedOne()
        await store.move(prediction, { state: 'queued', attempts: 1, notBefore: 5_000 }, 2_000)
        expect(await claimIds('a', 4_999)).toEqual([])
        expect(await claimIds('a', 5_000)).toEqual([prediction.id])
      })

      it('leaves leased ones alone until the lease ends', async () => {
        const { id } = await storedOne()
        expect(await claimIds('a', 2_000, { until: 3_000 })).toEqual([id])
        expect(await claimIds('b', 3_000)).toEqual([])
        expect(await claimIds('b', 3_001)).toEqual([id])
      })
    })

    describe('leases', () => {
      it('extendLeases extends all of one owner and nothing of another', async () => {
        const [mine] = await stored({ createdAt: 1 }, { createdAt: 2 })
        await claimIds('a', 2_000, { limit: 1, until: 3_000 })
        await claimIds('b', 2_000, { until: 3_000 })
        await store.extendLeases({ owner: 'a', until: 9_000 })
        expect(await claimIds('c', 5_000)).not.toContain(mine!.id)
        expect(await claimIds('c', 9_001, { until: 9_002 })).toContain(mine!.id)
      })

      it('release gives back what one holds, not what another holds', async () => {
        const { id } = await storedOne()
        await claimIds('a', 2_000, { until: 9_000 })
        await store.release(id, 'b')
        expect(await claimIds('b', 2_001)).toEqual([])
        await store.release(id, 'a')
        expect(await claimIds('b', 2_001)).toEqual([id])
      })

      it('releaseAll frees everything', async () => {
        const predictions = await stored({}, {})
        await claimIds('a', 2_000, { until: 9_000 })
        await store.releaseAll()
        expect(await claimIds('b', 2_001)).toHaveLength(predictions.length)
      })
    })

    describe('move', () => {
      it('stores the new state whole and returns it', async () => {
        const prediction = await storedOne()
        const next = aState('submitting', 7_000)
        const moved = await store.move(prediction, next, 7_000)
        expect(moved).toEqual({ ...prediction, status: next, updatedAt: 7_000 })
        expect(await now(prediction.id)).toEqual(moved)
      })

      it.each<[StateName, StateName]>([
        ['queued', 'succeeded'],
        ['running', 'queued'],
        ['storing', 'canceled'],
        ['succeeded', 'failed'],
        ['unconfirmed', 'queued'],
      ])('throws on %s to %s, which is no transition', async (from, to) => {
        const prediction = await storedOne({ status: aState(from) })
        await expect(store.move(prediction, aState(to), 2_000)).rejects.toThrow(`from ${from} to ${to}`)
        expect(await now(prediction.id)).toEqual(prediction)
      })

      it('lets one of two racers win', async () => {
        const prediction = await storedOne({ status: aState('running') })
        const nexts: PredictionState[] = [aState('storing'), aState('canceled')]
        const results = await Promise.all(nexts.map((next) => store.move(prediction, next, 2_000)))
        const won = results.filter((result) => result !== undefined)
        expect(won).toHaveLength(1)
        expect(await now(prediction.id)).toEqual(won[0])
      })

      it('is only for the owner of the lease, where an owner is named', async () => {
        const prediction = await storedOne()
        await claimIds('a', 2_000)
        expect(await store.move(prediction, aState('submitting'), 2_000, 'b')).toBeUndefined()
        expect((await now(prediction.id)).status.state).toBe('queued')
        expect(await store.move(prediction, aState('submitting'), 2_000, 'a')).toBeDefined()
      })

      it('gives the lease up with queued, and keeps it otherwise', async () => {
        const prediction = await storedOne()
        await claimIds('a', 2_000, { until: 9_000 })
        const submitting = await store.move(prediction, aState('submitting'), 2_000, 'a')
        expect(await claimIds('b', 2_001)).toEqual([])
        await store.move(submitting!, aState('queued'), 2_000, 'a')
        expect(await claimIds('b', 2_001)).toEqual([prediction.id])
      })

      it('ends the ownership with a finished state', async () => {
        const prediction = await storedOne()
        await claimIds('a', 2_000)
        await store.move(prediction, aState('failed'), 2_000, 'a')
        // Nothing leads out of a finished state, so only a stale copy can still try.
        expect(await store.move(prediction, aState('submitting'), 2_000, 'a')).toBeUndefined()
        expect((await now(prediction.id)).status).toEqual(aState('failed'))
      })

      it('makes updatedAt grow with every change, also when the clock stands still or goes back', async () => {
        const prediction = await storedOne({ updatedAt: 5_000 })
        const first = await store.move(prediction, aState('submitting'), 5_000)
        const second = await store.move(first!, aState('running'), 4_000)
        const third = await store.move(second!, aState('storing'), 9_000)
        expect([first, second, third].map((one) => one?.updatedAt)).toEqual([5_001, 5_002, 9_000])
      })
    })
  })
}
