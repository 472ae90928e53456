import { describe, expect, it } from 'vitest'
import { providers } from '@/lib/models/providers'
import type { Progress } from '@/lib/providers/provider'
import { faults, finished, held, never, running, scriptedProvider } from '@/lib/testing/scripted-provider'
import { pass, testLifecycle } from '@/lib/testing/test-lifecycle'

describe('the worker', () => {
  it('works on at most so many of a provider at once, and in the end on all', async () => {
    const { concurrency } = providers.vibedream
    let active = 0
    let most = 0
    const provider = scriptedProvider({
      submit: [
        async () => {
          most = Math.max(most, ++active)
          await lifecycle.sleep(500, new AbortController().signal)
          return running()
        },
      ],
      poll: [
        async () => {
          active -= 1
          return finished('/1.png')
        },
      ],
    })
    const lifecycle = await testLifecycle(provider)
    const predictions = await lifecycle.given(...Array.from({ length: 3 * concurrency }, () => ({})))
    lifecycle.startWorker()
    for (const prediction of predictions)
      expect((await lifecycle.until(prediction)).status.state).toBe('succeeded')
    expect(most).toBe(concurrency)
    expect(provider.counts.submit).toBe(predictions.length)
  })

  it('does not let one provider’s full hands keep another waiting', async () => {
    const provider = scriptedProvider({ submit: [running()], poll: [running()] })
    const lifecycle = await testLifecycle(provider)
    await lifecycle.given(...Array.from({ length: 10 }, () => ({})))
    const [other] = await lifecycle.given({ provider: 'bytecompute', modelId: 'flux2-klein-4b' })
    lifecycle.startWorker()
    expect((await lifecycle.until(other!, 'running')).status.state).toBe('running')
  })

  it('keeps one prediction’s failure from the others', async () => {
    const lost = new Error('a bug that one input brings out')
    const provider = scriptedProvider({
      submit: [faults.moderated(), running(), faults.lost(), lost, running()],
    })
    const lifecycle = await testLifecycle(provider)
    const predictions = await lifecycle.given({}, {}, {}, {}, {})
    lifecycle.startWorker()
    const states = []
    for (const prediction of predictions) states.push((await lifecycle.until(prediction)).status.state)
    expect(states.sort()).toEqual(['failed', 'succeeded', 'succeeded', 'unconfirmed', 'unconfirmed'])
    expect(provider.counts.submit).toBe(5)
  })

  it('takes up new work at once when woken, and by itself soon after', async () => {
    const lifecycle = await testLifecycle(scriptedProvider({ poll: [never] }))
    const worker = lifecycle.startWorker()
    await pass(100)
    const [woken] = await lifecycle.given({})
    worker.wake()
    await pass(1)
    expect((await lifecycle.read(woken!)).status.state).toBe('running')
    const [found] = await lifecycle.given({})
    await pass(1_000)
    expect((await lifecycle.read(found!)).status.state).toBe('running')
  })

  it('of two workers only one submits, and the other takes over when the first dies', async () => {
    const provider = scriptedProvider({ poll: [() => new Promise(() => {}), finished('/1.png')] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    lifecycle.startWorker()
    await lifecycle.until(prediction!, 'running')
    // Leases are extended, so that the second leaves it alone however long it takes.
    await pass(120_000)
    expect(provider.counts).toMatchObject({ submit: 1, poll: 1 })
    await lifecycle.crashAndBoot()
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
    expect(provider.counts.submit).toBe(1)
  })

  it('outlives a database that is away for a while', async () => {
    const lifecycle = await testLifecycle(scriptedProvider())
    const { store } = lifecycle
    const away = () => Promise.reject(new Error('the database is away'))
    lifecycle.store = { ...store, claim: away, extendLeases: away }
    lifecycle.startWorker()
    const [prediction] = await lifecycle.given({})
    await pass(3_000)
    expect(lifecycle.logged).toContain('looking for work failed')
    lifecycle.store = store
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
  })
})

describe('stop', () => {
  it('waits for the answer to a submit in flight, and stores it', async () => {
    const answer = held<Progress>()
    const provider = scriptedProvider({ submit: [answer.step] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    const worker = lifecycle.startWorker()
    await lifecycle.until(prediction!, 'submitting')
    let stopped = false
    const stopping = worker.stop().then(() => (stopped = true))
    await pass(5_000)
    expect(stopped).toBe(false)
    answer.answer(running({ id: 'theirs' }))
    await stopping
    expect((await lifecycle.read(prediction!)).status).toMatchObject({
      state: 'running',
      job: { id: 'theirs' },
    })
    expect(provider.counts.poll).toBe(0)
  })

  it('gives everything else back at once, so that the next server goes on with it', async () => {
    const provider = scriptedProvider({ poll: [never, finished('/1.png')] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    const worker = lifecycle.startWorker()
    await lifecycle.until(prediction!, 'running')
    await worker.stop()
    const claimed = await lifecycle.store.claim({ owner: 'next', until: 1 }, 'vibedream', 9, Date.now())
    expect(claimed.map(({ id }) => id)).toEqual([prediction!.id])
    expect(lifecycle.logged).toEqual([])
  })

  it('sends nothing more: a submit still being prepared goes back to the queue', async () => {
    const provider = scriptedProvider({ deliver: [never] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    const worker = lifecycle.startWorker()
    await pass(100)
    await worker.stop()
    worker.wake()
    await pass(5_000)
    expect((await lifecycle.read(prediction!)).status).toMatchObject({ state: 'queued', attempts: 0 })
    expect(provider.counts).toMatchObject({ deliver: 1, submit: 0 })
  })

  it('does not wait for ever', async () => {
    const provider = scriptedProvider({ submit: [() => new Promise(() => {})] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    const worker = lifecycle.startWorker()
    await lifecycle.until(prediction!, 'submitting')
    const stopping = worker.stop()
    await pass(20_000)
    await stopping
    expect((await lifecycle.read(prediction!)).status.state).toBe('submitting')
  })
})
