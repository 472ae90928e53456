import type { EngineReport } from '@/lib/models/engine-report'
import { describe, expect, it } from 'vitest'
import { anAsset, aState } from '@/lib/testing/a-prediction'
import { faults, finished, scriptedProvider } from '@/lib/testing/scripted-provider'
import { brokenPicture, testLifecycle } from '@/lib/testing/test-lifecycle'

describe('outputs at URLs', () => {
  it('are all fetched, in their order, before the prediction has succeeded', async () => {
    const provider = scriptedProvider({ poll: [finished('/1.png', '/2.png')], fetch: ['one', 'two'] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'succeeded',
      outputs: [anAsset('one'), anAsset('two')],
      warnings: [],
    })
    expect(provider.fetched).toEqual(['/1.png', '/2.png'])
  })

  it('are kept where one of them is lost, with a warning', async () => {
    const provider = scriptedProvider({
      poll: [{ ...finished('/1.png', '/2.png'), warnings: ['Flagged by the provider.'] } as never],
      fetch: [faults.expired(), 'two'],
    })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'succeeded',
      outputs: [anAsset('two')],
      warnings: ['Flagged by the provider.', 'One more picture could not be read.'],
    })
  })

  it('that are gone end it as expired, perhaps billed', async () => {
    const lifecycle = await testLifecycle(scriptedProvider({ fetch: [faults.expired()] }))
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'failed',
      failure: { code: 'expired', billed: 'maybe' },
    })
  })

  it('are fetched again for minutes while their address does not answer', async () => {
    const faulty = Array.from({ length: 20 }, () => faults.passing())
    const provider = scriptedProvider({ fetch: [...faulty, 'at last'] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({ outputs: [anAsset('at last')] })
    expect(provider.counts.submit).toBe(1)
  })

  it.each<[string, string[], number, object]>([
    ['cut off once', [brokenPicture, 'whole'], 2, { state: 'succeeded', outputs: [anAsset('whole')] }],
    [
      'no pictures however often fetched',
      [brokenPicture],
      3,
      { state: 'failed', failure: { code: 'output-unreadable', billed: 'maybe' } },
    ],
  ])('that are %s', async (_, fetch, times, status) => {
    const provider = scriptedProvider({ fetch })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject(status)
    expect(provider.counts.fetch).toBe(times)
  })

  it('are not given up because our disk is full', async () => {
    const lifecycle = await testLifecycle(scriptedProvider())
    const { addOutput } = lifecycle
    let faultsLeft = 4
    lifecycle.addOutput = (bytes) =>
      faultsLeft-- > 0 ? Promise.reject(new Error('ENOSPC')) : addOutput(bytes)
    const [prediction] = await lifecycle.given({})
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status.state).toBe('succeeded')
    expect(lifecycle.logged).toHaveLength(4)
  })

  it('are fetched after a kill and a restart; what came inline is not lost', async () => {
    const provider = scriptedProvider({ fetch: [() => new Promise(() => {}), 'late'] })
    const lifecycle = await testLifecycle(provider)
    const outputs = [{ asset: anAsset('inline') }, { url: '/2.png' }]
    const [prediction] = await lifecycle.given({ status: { ...aState('storing', Date.now()), outputs } })
    lifecycle.startWorker()
    await lifecycle.crashAndBoot()
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'succeeded',
      outputs: [anAsset('inline'), anAsset('late')],
    })
    expect(provider.counts.submit).toBe(0)
  })
})

describe('answers that are put back into the original', () => {
  const composition = {
    picture: anAsset('original').id,
    reframe: {
      picture: { width: 4, height: 3 },
      region: { left: 0, top: 0, width: 4, height: 3 },
      sent: { width: 4, height: 3 },
    },
  }

  it('are kept beside what they became', async () => {
    const provider = scriptedProvider({ poll: [finished('/1.png', '/2.png')], fetch: ['one', 'two'] })
    const lifecycle = await testLifecycle(provider)
    const [prediction] = await lifecycle.given({ composition })
    lifecycle.startWorker()
    const composed = (name: string) => anAsset(`composed ${anAsset(name).id}`)
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'succeeded',
      outputs: [composed('one'), composed('two')],
      raw: [anAsset('one'), anAsset('two')],
    })
  })

  it('are shown as they came where that can’t be done, with the reason once', async () => {
    const provider = scriptedProvider({ poll: [finished('/1.png', '/2.png')], fetch: ['one', 'two'] })
    const lifecycle = await testLifecycle(provider)
    lifecycle.compose = async () => ({ refused: 'It came in another shape.' })
    const [prediction] = await lifecycle.given({ composition })
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'succeeded',
      outputs: [anAsset('one'), anAsset('two')],
      warnings: ['It came in another shape.'],
    })
  })

  it('are composed after all when the server fails while it does so', async () => {
    const lifecycle = await testLifecycle(
      scriptedProvider({ poll: [finished('/1.png')], fetch: ['one', 'one'] }),
    )
    const compose = lifecycle.compose
    let calls = 0
    lifecycle.compose = async (...given) => {
      calls += 1
      if (calls === 1) throw new Error('out of memory')
      return compose(...given)
    }
    const [prediction] = await lifecycle.given({ composition })
    lifecycle.startWorker()
    expect((await lifecycle.until(prediction!)).status).toMatchObject({
      state: 'succeeded',
      raw: [anAsset('one')],
    })
    expect(calls).toBe(2)
  })
})

describe('what the local engine says it did', () => {
  const report: EngineReport = {
    engine: 'test',
    version: '2',
    seed: 7,
    steps: [],
    undone: [{ text: 'make it sing', reason: 'blocked', message: 'It can’t.' }],
  }

  it.each([
    ['sandbox', [report], ['Not done: “make it sing”. It can’t.']],
    ['live', undefined, []],
  ] as const)('is read from pictures of the sandbox only: %s', async (mode, reports, warnings) => {
    const lifecycle = await testLifecycle(scriptedProvider({ poll: [finished('/1.png')], fetch: ['one'] }))
    lifecycle.reports.set(anAsset('one').id, report)
    const [prediction] = await lifecycle.given({ mode })
    lifecycle.startWorker()
    const { status } = await lifecycle.until(prediction!)
    expect(status).toMatchObject({ state: 'succeeded', warnings })
    expect('reports' in status ? status.reports : undefined).toEqual(reports)
  })
})
