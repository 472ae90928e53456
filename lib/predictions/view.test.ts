import { describe, expect, it } from 'vitest'
import { anAsset, aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { failureSchema, failureTexts } from './failure'
import type { Prediction, PredictionState, StateName } from './prediction'
import { predictionsQuerySchema, viewPrediction, viewRun } from './view'

const origin = 'http://127.0.0.1:3000'
const view = (facts: Partial<Prediction>) => viewPrediction(aPrediction(facts), origin)
const viewState = (status: PredictionState, facts: Partial<Prediction> = {}) => view({ ...facts, status })
const states: StateName[] = [
  'queued',
  'submitting',
  'running',
  'storing',
  'succeeded',
  'failed',
  'canceled',
  'unconfirmed',
]

describe('the seed pages’ contract', () => {
  it.each<[StateName, string, string | null, string[] | null]>([
    ['queued', 'processing', null, null],
    ['submitting', 'processing', null, null],
    ['running', 'processing', null, null],
    ['storing', 'processing', null, null],
    ['succeeded', 'completed', null, [`${origin}/assets/${anAsset('output').id}`]],
    ['failed', 'failed', 'moderation', null],
    ['canceled', 'failed', 'canceled', null],
    ['unconfirmed', 'failed', 'unconfirmed', null],
  ])('%s is told as %s', (state, status, code, outputs) => {
    const seen = viewState(aState(state))
    expect(seen).toMatchObject({
      modelId: 'flux-2-klein-9b-edit',
      modelName: 'FLUX.2 Klein 9B Edit',
      status,
      state,
      code,
      outputs,
      createdAt: '1970-01-01T00:00:01.000Z',
      completedAt: status === 'processing' ? null : '1970-01-01T00:00:01.020Z',
    })
    expect(seen.error === null).toBe(status !== 'failed')
    expect(seen.advice === null).toBe(status !== 'failed')
  })

  it.each(states)('%s shows no address of the provider and no id of its own there', (state) => {
    const running = aState('running')
    const status =
      state === 'running' ? { ...running, job: { id: 'remote-1', pollPath: '/secret/poll' } } : aState(state)
    const text = JSON.stringify(viewState(status))
    for (const secret of ['assets.example', 'remote-1', '/secret/poll']) expect(text).not.toContain(secret)
  })
})

describe('what it cost', () => {
  it.each<[string, PredictionState, number | null, boolean]>([
    ['by the price list', aState('succeeded'), 2, false],
    ['as reported', { ...aState('succeeded'), costCents: 3 }, 3, true],
    ['as reported at the submit', { ...aState('running'), job: { id: '1', costCents: 3 } }, 3, true],
    [
      'nothing, where it failed before',
      { ...aState('failed'), failure: { code: 'auth', billed: 'no' } },
      0,
      false,
    ],
    ['perhaps all, where it failed there', aState('failed'), 2, false],
    ['nothing, canceled before it was sent', aState('canceled'), 0, false],
    ['perhaps all, no longer waited for', { ...aState('canceled'), outcome: 'stopped-waiting' }, 2, false],
    ['perhaps all, unconfirmed', aState('unconfirmed'), 2, false],
  ])('%s', (_, status, costCents, costReported) => {
    expect(viewState(status)).toMatchObject({ costCents, costReported })
    expect(viewState(status, { mode: 'sandbox' }).costCents).toBe(0)
  })
})

describe('what is said of an end', () => {
  it.each(failureSchema.shape.code.options)('%s: a sentence and what to do', (code) => {
    const seen = viewState({ ...aState('failed'), failure: { code, billed: 'no', detail: 'Their words.' } })
    // A budget is ours: nobody else said it.
    const told = code === 'over-budget' ? 'Their words.' : 'It said: “Their words.”'
    expect(seen.error).toBe(`${failureTexts[code].sentence} ${told}`)
    expect(seen.advice).toMatch(/^\S.*\. Nothing was charged\.$/)
  })

  it('tells what may have been billed, and never in the sandbox', () => {
    const mayHaveBeen: PredictionState[] = [
      aState('failed'),
      aState('unconfirmed'),
      { ...aState('canceled'), outcome: 'stopped-waiting' },
    ]
    for (const status of mayHaveBeen) {
      expect(viewState(status).advice).toMatch(/may have (charged|been billed)|may bill/)
      expect(viewState(status, { mode: 'sandbox' }).advice).toContain('Nothing was charged.')
    }
  })

  it('says why a queued one waits, and until when', () => {
    const seen = viewState({
      state: 'queued',
      attempts: 1,
      notBefore: 9_000,
      lastFailure: { code: 'rate-limited', billed: 'no' },
    })
    expect(seen.waiting).toEqual({ reason: failureTexts['rate-limited'].sentence, until: 9_000 })
    expect(view({}).waiting).toBeNull()
  })
})

it('lets the sandbox say itself what it can’t do, and does not advise to try the same again', () => {
  const failure = { code: 'generation-failed', detail: 'It can do sepia.', billed: 'maybe' } as const
  const status = { state: 'failed', submittedAt: 1, finishedAt: 2, failure } as const
  expect(viewState(status, { mode: 'sandbox' })).toMatchObject({
    error: 'It can do sepia.',
    advice: 'Change the instruction. Nothing was charged.',
  })
  expect(viewState(status).error).toBe('The model failed on this input. It said: “It can do sepia.”')
})

it('knows the seed where one was given, and shows models that left the catalogue by their id', () => {
  expect(view({ values: { prompt: 'x', seed: 7 } }).seed).toBe(7)
  expect(view({}).seed).toBeNull()
  expect(view({ modelId: 'gone' })).toMatchObject({ modelName: 'gone', seed: null })
})

it('viewRun has all predictions in their order', () => {
  const run = aRun()
  const predictions = [0, 1].map((position) => aPrediction({ runId: run.id, position }))
  expect(viewRun(run, predictions, origin)).toMatchObject({
    id: run.id,
    input: run.input,
    choices: run.choices,
    predictions: predictions.map(({ id }) => ({ id })),
  })
})

it.each<[object, object | undefined]>([
  [{ ids: 'a,b,' }, { ids: ['a', 'b'] }],
  [
    { ids: 'a,b', after: '12,13' },
    { ids: ['a', 'b'], after: [12, 13] },
  ],
  [{ ids: '' }, undefined],
  [{}, undefined],
  [{ ids: Array.from({ length: 101 }, (_, index) => index).join() }, undefined],
])('predictionsQuerySchema reads %o', (query, expected) => {
  expect(predictionsQuerySchema.safeParse(query).data).toEqual(expected)
})
