import { describe, expect, it } from 'vitest'
import { ProviderError } from '@/lib/providers/provider-error'
import { aState } from '@/lib/testing/a-prediction'
import { faults, finished, never, running, scriptedProvider } from '@/lib/testing/scripted-provider'
import { pass, testLifecycle } from '@/lib/testing/test-lifecycle'

const generationFailed = new ProviderError('generation-failed', {
  accepted: 'no',
  transient: false,
  detail: 'NSFW?',
})

describe('a running prediction', () => {
  it('rides out faults of the reads, however many, without another submit', async () => {
    const faulty = Array.from({ length: 12 }, () => faults.passing())
    const provider = scriptedProvider({ poll: [...faulty, running(), ...faulty, finished('/1.png')] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
    expect(provider.counts).toMatchObject({ submit: 1, poll: 26 })
  })

  it('fails with the provider’s last word, perhaps billed', async () => {
    const provider = scriptedProvider({ poll: [running(), generationFailed] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'failed',
      failure: { code: 'generation-failed', detail: 'NSFW?', billed: 'maybe' },
    })
  })

  it.each([
    ['the provider never finishes', [running()]],
    ['the provider can’t be reached any more', [faults.passing()]],
  ])('ends at its deadline as a timeout when %s', async (_, poll) => {
    const lifecycle = await testLifecycle(scriptedProvider({ poll }))
    const [prediction] = await lifecycle.given({ status: aState('running', Date.now()) })
    lifecycle.startWorker()
    await pass(860_000)
    expect((await lifecycle.read(prediction!)).status.state).toBe('running')
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'failed',
      failure: { code: 'timeout', billed: 'maybe' },
    })
  })

  it('believes "not found" only after the first seconds', async () => {
    const lifecycle = await testLifecycle(
      scriptedProvider({ poll: [faults.expired(), faults.expired(), finished('/1.png')] }),
    )
    const [early, late] = await lifecycle.given({}, { status: aState('running', Date.now() - 60_000) })
    lifecycle.startWorker()
    expect((await lifecycle.until(late!)).status).toMatchObject({
      state: 'failed',
      failure: { code: 'expired' },
    })
    expect((await lifecycle.until(early!)).status.state).toBe('succeeded')
  })

  it('is not ended by a fault of ours while there is time', async () => {
    const provider = scriptedProvider({ poll: [new TypeError('a bug'), finished('/1.png')] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
    expect(lifecycle.logged).toEqual([`prediction ${prediction!.id} stopped unexpectedly`])
  })

  it('goes on after a kill and a restart, without a submit', async () => {
    const provider = scriptedProvider({ poll: [() => new Promise(() => {}), finished('/1.png')] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    await lifecycle.until(prediction!, 'running')
    await lifecycle.crashAndBoot()
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
    expect(provider.counts).toMatchObject({ submit: 1, poll: 2 })
  })

  it('is polled by one worker only, also when its lease ran out while the machine slept', async () => {
    const provider = scriptedProvider({ poll: [never] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    await lifecycle.until(prediction!, 'running')
    await lifecycle.store.releaseAll()
    await pass(5_000)
    expect(provider.counts).toMatchObject({ submit: 1, poll: 1 })
  })
})
