import { describe, expect, it } from 'vitest'
import { anAsset } from '@/lib/testing/a-prediction'
import { faults, finished, inline, never, running, scriptedProvider } from '@/lib/testing/scripted-provider'
import { brokenPicture, pass, testLifecycle } from '@/lib/testing/test-lifecycle'

describe('a submit that arrives', () => {
  it('goes from queued to succeeded with what the table says, delivered pictures in it', async () => {
    const provider = scriptedProvider({
      submit: [running({ costCents: 2 })],
      poll: [running(), finished('/1.png')],
    })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    const { status } = await lifecycle.until(prediction!)
    expect(status).toMatchObject({ state: 'succeeded', warnings: [], outputs: [anAsset('a picture')] })
    expect(provider.counts).toMatchObject({ deliver: 1, submit: 1, poll: 2, fetch: 1 })
    expect(provider.requests[0]).toMatchObject({
      model: { id: 'flux-2-klein-9b-edit' },
      body: { images: [`https://pictures.example/${anAsset('input').id}`], enable_sync_mode: false },
    })
  })

  it('stores the remote id before the first poll', async () => {
    const provider = scriptedProvider({
      submit: [running({ id: 'theirs', pollPath: '/p/1' })],
      poll: [never],
    })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    const { status } = await lifecycle.until(prediction!, 'running')
    expect(status).toMatchObject({ state: 'running', job: { id: 'theirs', pollPath: '/p/1' } })
    await pass(2_000)
    expect(provider.polled[0]).toEqual({ id: 'theirs', pollPath: '/p/1' })
  })

  it('keeps the bytes of a synchronous answer, and never polls or fetches', async () => {
    const provider = scriptedProvider({ submit: [inline('one', 'two')] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({ provider: 'bytecompute', modelId: 'flux2-klein-4b' })
    lifecycle.startWorker()
    const { status } = await lifecycle.until(prediction!)
    expect(status).toMatchObject({ state: 'succeeded', outputs: [anAsset('one'), anAsset('two')] })
    expect(provider.counts).toMatchObject({ submit: 1, poll: 0, fetch: 0 })
  })

  it.each<[string, string[], object]>([
    [
      'one of three',
      ['one', brokenPicture, 'three'],
      {
        state: 'succeeded',
        outputs: [anAsset('one'), anAsset('three')],
        warnings: ['One more picture could not be read.'],
      },
    ],
    [
      'all of them',
      [brokenPicture],
      { state: 'failed', failure: { code: 'output-unreadable', billed: 'maybe' } },
    ],
  ])('where %s can’t be read', async (_, texts, status) => {
    const lifecycle = await testLifecycle(scriptedProvider({ submit: [inline(...texts)] }))
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject(status)
  })

  it('does not lose a paid answer to a database that is away for a moment', async () => {
    const provider = scriptedProvider()
    const lifecycle = await testLifecycle(provider)
    const { move } = lifecycle
    let faultsLeft = 3
    lifecycle.move = (held, next) =>
      next.state === 'running' && faultsLeft-- > 0
        ? Promise.reject(new Error('the database is away'))
        : move(held, next)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
    expect(provider.counts.submit).toBe(1)
    expect(lifecycle.logged).toHaveLength(3)
  })
})

describe('a submit that certainly did not arrive', () => {
  it('waits as long as the provider asks, says so meanwhile, and is then sent again', async () => {
    const provider = scriptedProvider({ submit: [faults.rateLimited(40_000), running()] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    await pass(1_000)
    const { status } = await lifecycle.read(prediction!)
    expect(status).toMatchObject({
      state: 'queued',
      attempts: 0,
      lastFailure: { code: 'rate-limited', billed: 'no' },
    })
    await pass(37_000)
    expect(provider.counts.submit).toBe(1)
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
    expect(provider.counts.submit).toBe(2)
  })

  it('is given up after some tries, without charge', async () => {
    const provider = scriptedProvider({ submit: [faults.refused()] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    const { status } = await lifecycle.until(prediction!)
    expect(status).toMatchObject({
      state: 'failed',
      failure: { code: 'unavailable', billed: 'no', detail: 'ECONNREFUSED' },
    })
    expect(provider.counts.submit).toBe(7)
  })

  it('fails at once where the provider has said its last word', async () => {
    const provider = scriptedProvider({ submit: [faults.moderated()] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'failed',
      failure: { code: 'moderation', billed: 'no', detail: 'Flagged.' },
    })
    expect(provider.counts.submit).toBe(1)
  })
})

describe('before anything is sent', () => {
  it('rides out a fault while pictures are delivered', async () => {
    const provider = scriptedProvider({
      deliver: [faults.passing(), faults.passing(), 'https://there.example/1'],
    })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
    expect(provider.counts).toMatchObject({ deliver: 3, submit: 1 })
  })

  it('fails free of charge for a model that left the catalogue', async () => {
    const provider = scriptedProvider()
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({ modelId: 'gone' })
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'failed',
      failure: { code: 'internal', billed: 'no', detail: 'This model is no longer in the catalogue.' },
    })
    expect(provider.counts.submit).toBe(0)
  })

  it('fails free of charge when an input picture is no longer stored', async () => {
    const provider = scriptedProvider()
    const lifecycle = await testLifecycle(provider)
    lifecycle.inputPicture = async () => undefined
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'failed',
      failure: { code: 'picture-missing', billed: 'no' },
    })
    expect(provider.counts.submit).toBe(0)
  })
})

describe('a submit whose answer was lost', () => {
  it.each([
    ['by the provider’s adapter', faults.lost()],
    ['to a fault of ours', new TypeError('a bug in an adapter')],
  ])('%s ends unconfirmed, and is never sent again, not even after a restart', async (_, fault) => {
    const provider = scriptedProvider({ submit: [fault] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    const { status } = await lifecycle.until(prediction!)
    expect(status.state).toBe('unconfirmed')
    await lifecycle.crashAndBoot()
    lifecycle.startWorker()
    await pass(120_000)
    expect((await lifecycle.read(prediction!)).status).toEqual(status)
    expect(provider.counts.submit).toBe(1)
  })

  it('because the server died while it was on its way', async () => {
    const provider = scriptedProvider({ submit: [() => new Promise(() => {})] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    await lifecycle.until(prediction!, 'submitting')
    await lifecycle.crashAndBoot()
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'unconfirmed',
      detail: 'The server stopped while the request was on its way.',
    })
    expect(provider.counts.submit).toBe(1)
  })
})
