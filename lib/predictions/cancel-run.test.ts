import { expect, it } from 'vitest'
import { aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { pass, testLifecycle } from '@/lib/testing/test-lifecycle'
import { held, running, scriptedProvider } from '@/lib/testing/scripted-provider'
import { cancelPrediction } from './cancel'
import { cancelRun } from './cancel-run'
import { latestAttempts } from './latest-attempts'

it('ends all that is unfinished, each with the truth about it, and leaves the rest', async () => {
  const lifecycle = await testLifecycle(scriptedProvider())
  const run = aRun()
  const states = ['queued', 'running', 'storing', 'succeeded', 'failed', 'failed'] as const
  const predictions = states.map((state, position) =>
    aPrediction({ runId: run.id, position, status: aState(state) }),
  )
  const again = aPrediction({ runId: run.id, position: 5, attempt: 1 })
  await lifecycle.store.createRun(run, [...predictions, again])
  const cancel = (id: string) => cancelPrediction(lifecycle, id)
  const found = await cancelRun(lifecycle.store, cancel, run.id)
  expect(latestAttempts(found!.predictions).map(({ status }) => status)).toMatchObject([
    { state: 'canceled', outcome: 'not-sent' },
    { state: 'canceled', outcome: 'stopped-waiting' },
    aState('storing'),
    aState('succeeded'),
    aState('failed'),
    { state: 'canceled', outcome: 'not-sent' },
  ])
  expect(await cancelRun(lifecycle.store, cancel, 'nobody')).toBeUndefined()
})

it('lets the worker send nothing more, though each cancel makes room', async () => {
  const answer = held<'canceled'>()
  const provider = scriptedProvider({ poll: [running()], cancel: [answer.step, 'canceled'] })
  const lifecycle = await testLifecycle(provider)
  const run = aRun()
  const predictions = Array.from({ length: 12 }, (_, position) => aPrediction({ runId: run.id, position }))
  await lifecycle.store.createRun(run, predictions)
  const worker = lifecycle.startWorker()
  await lifecycle.until(predictions[0]!, 'running')
  await pass(500)
  const submits = provider.counts.submit
  const canceling = cancelRun(
    lifecycle.store,
    async (id) => {
      await cancelPrediction(lifecycle, id)
      worker.drop(id)
    },
    run.id,
  )
  await pass(3_000)
  answer.answer('canceled')
  const found = await canceling
  expect(found?.predictions.map(({ status }) => status.state)).toEqual(predictions.map(() => 'canceled'))
  await pass(5_000)
  expect(provider.counts.submit).toBe(submits)
})
