import { describe, expect, it } from 'vitest'
import { aState } from '@/lib/testing/a-prediction'
import { faults, held, never, running, scriptedProvider } from '@/lib/testing/scripted-provider'
import { pass, testLifecycle } from '@/lib/testing/test-lifecycle'
import type { Progress } from '@/lib/providers/provider'
import { cancelPrediction } from './cancel'
import type { StateName } from './prediction'

describe('cancelPrediction', () => {
  it.each<[StateName, Parameters<typeof scriptedProvider>[0], object]>([
    ['queued', {}, { state: 'canceled', outcome: 'not-sent' }],
    ['submitting', { cancel: ['canceled'] }, { state: 'canceled', outcome: 'stopped-waiting' }],
    ['running', {}, { state: 'canceled', outcome: 'stopped-waiting' }],
    ['running', { cancel: ['canceled'] }, { state: 'canceled', outcome: 'canceled-at-provider' }],
    ['running', { cancel: ['too-late'] }, { state: 'canceled', outcome: 'stopped-waiting' }],
    ['running', { cancel: [faults.passing()] }, { state: 'canceled', outcome: 'stopped-waiting' }],
    ['storing', { cancel: ['canceled'] }, aState('storing')],
    ['succeeded', {}, aState('succeeded')],
    ['failed', {}, aState('failed')],
    ['canceled', {}, aState('canceled')],
    ['unconfirmed', {}, aState('unconfirmed')],
  ])('tells the truth of a %s one (%o)', async (state, script, status) => {
    const lifecycle = await testLifecycle(scriptedProvider(script))
    const [prediction] = await lifecycle.given({ status: aState(state) })
    const answer = await cancelPrediction(lifecycle, prediction!.id)
    expect(answer?.status).toMatchObject(status)
    expect(await lifecycle.read(prediction!)).toEqual(answer)
  })

  it('knows nothing of an unknown id', async () => {
    expect(await cancelPrediction(await testLifecycle(scriptedProvider()), 'unknown')).toBeUndefined()
  })
})

describe('cancel against a worker', () => {
  it('before the submit: nothing is ever sent', async () => {
    const delivery = held<string>()
    const provider = scriptedProvider({ deliver: [delivery.step] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    await pass(100)
    await cancelPrediction(lifecycle, prediction!.id)
    delivery.answer('https://there.example/1')
    await pass(10_000)
    expect((await lifecycle.read(prediction!)).status).toMatchObject({ outcome: 'not-sent' })
    expect(provider.counts).toMatchObject({ deliver: 1, submit: 0 })
  })

  it('while the submit is on its way: its answer changes nothing, and it is not sent again', async () => {
    const answer = held<Progress>()
    const provider = scriptedProvider({ submit: [answer.step] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    await lifecycle.until(prediction!, 'submitting')
    const canceled = await cancelPrediction(lifecycle, prediction!.id)
    answer.answer(running())
    await pass(10_000)
    expect(await lifecycle.read(prediction!)).toEqual(canceled)
    expect(provider.counts).toMatchObject({ submit: 1, poll: 0 })
  })

  it('while it runs: a dropped prediction is not polled any more', async () => {
    const provider = scriptedProvider({ poll: [running()] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    const worker = lifecycle.startWorker()
    await lifecycle.until(prediction!, 'running')
    await cancelPrediction(lifecycle, prediction!.id)
    worker.drop(prediction!.id)
    const polls = provider.counts.poll
    await pass(60_000)
    expect(provider.counts.poll).toBe(polls)
    expect(lifecycle.logged).toEqual([])
  })

  it('loses to an answer that is already stored, and says how it then stands', async () => {
    const lifecycle = await testLifecycle(scriptedProvider({ fetch: [never] }))
    const [prediction] = await lifecycle.given({ status: aState('running') })
    const { store } = lifecycle
    let first = true
    lifecycle.store = {
      ...store,
      async move(...change) {
        // Between the look and the write the worker was quicker.
        if (first) await store.move(prediction!, aState('storing'), Date.now())
        first = false
        return store.move(...change)
      },
    }
    expect((await cancelPrediction(lifecycle, prediction!.id))?.status.state).toBe('storing')
  })
})
