import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import { createPredictionStore } from '@/lib/db/prediction-store'
import { anAsset, aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { faults, running, scriptedProvider } from '@/lib/testing/scripted-provider'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { testLifecycle } from '@/lib/testing/test-lifecycle'
import type { CreateRun } from './create-run'
import { latestAttempts } from './latest-attempts'
import type { Prediction, StateName } from './prediction'
import { tryAgain, tryRestAgain } from './try-again'

const live = { mode: 'live', canReceivePictures: true } as const

let context: Pick<CreateRun, 'store' | 'access' | 'now'>
beforeEach(async () => {
  const database = await openDatabase({ folder: await temporaryFolder() })
  onTestFinished(() => database.close())
  context = {
    store: createPredictionStore(database),
    access: { vibedream: live, wavespeed: live, bytecompute: live },
    now: () => 9_000,
  }
})

async function stored(...facts: Partial<Prediction>[]): Promise<Prediction[]> {
  const run = aRun()
  const predictions = facts.map((some, position) => aPrediction({ runId: run.id, position, ...some }))
  await context.store.createRun(run, predictions)
  return predictions
}
async function triesOf({ runId, position }: Prediction): Promise<Prediction[]> {
  const { predictions } = (await context.store.getRun(runId))!
  return predictions.filter((one) => one.position === position)
}

describe('a cell that came to nothing', () => {
  it.each<StateName>(['failed', 'canceled', 'unconfirmed'])(
    '(%s) is queued once more, as it was',
    async (state) => {
      const values = { prompt: 'Make it night', images: [anAsset('input').id], seed: 7 }
      const [other, last] = await stored(
        {},
        { status: aState(state), values, priceCents: 99, mark: 'reject' },
      )
      const next = await tryAgain(context, last!.id)
      expect(next).toEqual({
        ...last,
        id: expect.not.stringContaining(last!.id) as string,
        attempt: 1,
        priceCents: 2,
        mark: undefined,
        createdAt: 9_000,
        updatedAt: 9_000,
        status: { state: 'queued', attempts: 0 },
      })
      const { predictions } = (await context.store.getRun(last!.runId))!
      expect(latestAttempts(predictions)).toEqual([other, next])
    },
  )

  it('is reached as the provider is reached now', async () => {
    context.access = { ...context.access, vibedream: { ...live, mode: 'sandbox' } }
    const [last] = await stored({ status: aState('failed'), mode: 'live' })
    expect((await tryAgain(context, last!.id))?.mode).toBe('sandbox')
  })

  it('is tried once, however often and at the same time it is asked for', async () => {
    const [last] = await stored({ status: aState('failed') })
    const answers = await Promise.all([1, 2, 3].map(() => tryAgain(context, last!.id)))
    const again = await tryAgain(context, last!.id)
    expect(new Set([...answers, again].map((answer) => answer?.id)).size).toBe(1)
    expect(await triesOf(last!)).toHaveLength(2)
  })

  it('may be tried a third time, when the second failed too', async () => {
    const [last] = await stored({ status: aState('failed') })
    const second = (await tryAgain(context, last!.id))!
    await context.store.move(second, aState('failed'), 9_500)
    const third = await tryAgain(context, second.id)
    expect(third?.attempt).toBe(2)
    expect((await tryAgain(context, last!.id))?.id).toBe(third?.id)
  })
})

describe('nothing is queued', () => {
  it.each<[StateName, string]>([
    ['queued', 'still under way'],
    ['submitting', 'still under way'],
    ['running', 'still under way'],
    ['storing', 'still under way'],
    ['succeeded', 'has a picture'],
  ])('for a %s one', async (state, words) => {
    const [last] = await stored({ status: aState(state) })
    await expect(tryAgain(context, last!.id)).rejects.toMatchObject({
      name: 'RunRefused',
      code: 'not-ended',
      message: expect.stringContaining(words) as string,
    })
    expect(await triesOf(last!)).toHaveLength(1)
  })

  it('where its pictures can no longer reach the provider', async () => {
    context.access = { ...context.access, vibedream: { mode: 'live', canReceivePictures: false } }
    const [last] = await stored({ status: aState('failed') })
    await expect(tryAgain(context, last!.id)).rejects.toMatchObject({ code: 'no-public-url' })
  })

  it('for a model that left the catalogue', async () => {
    const [last] = await stored({ status: aState('failed'), modelId: 'gone' })
    await expect(tryAgain(context, last!.id)).rejects.toMatchObject({ code: 'unknown-model' })
  })

  it('for an id that is none', async () => {
    expect(await tryAgain(context, 'nobody')).toBeUndefined()
  })
})

describe('the rest of a run', () => {
  it('is what failed or was canceled, and not what may have been paid', async () => {
    const cells = await stored(
      { status: aState('succeeded') },
      { status: aState('failed') },
      { status: aState('running') },
      { status: aState('canceled') },
      { status: aState('unconfirmed'), mode: 'live' },
      { status: aState('unconfirmed'), mode: 'sandbox' },
      { status: aState('failed'), modelId: 'gone' },
    )
    const { runId } = cells[0]!
    const queued = await tryRestAgain(context, runId)
    expect(queued.map(({ position, attempt }) => [position, attempt])).toEqual([
      [1, 1],
      [3, 1],
      [5, 1],
    ])
    // Pressed twice, the second finds them under way; what is left can't be sent, which is said.
    await expect(tryRestAgain(context, runId)).rejects.toMatchObject({ code: 'unknown-model' })
    expect((await context.store.getRun(runId))!.predictions).toHaveLength(10)
    expect(await tryRestAgain(context, 'nobody')).toEqual([])
  })
})

it('is sent by the worker like any other, once', async () => {
  const provider = scriptedProvider({ submit: [faults.moderated(), running()] })
  const lifecycle = await testLifecycle(provider)
  const [prediction] = await lifecycle.given({})
  lifecycle.startWorker()
  await lifecycle.until(prediction!)
  const { access } = context
  const next = await tryAgain({ store: lifecycle.store, access, now: lifecycle.now }, prediction!.id)
  expect((await lifecycle.until(next!)).status.state).toBe('succeeded')
  expect((await lifecycle.read(prediction!)).status.state).toBe('failed')
  expect(provider.counts.submit).toBe(2)
})
