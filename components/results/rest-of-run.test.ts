import { expect, it } from 'vitest'
import { predictionView } from '@/components/board/prediction-view-for-tests'
import { totalSentence } from '@/components/parameter-form/run/run-total'
import { restOf } from './rest-of-run'

it('counts what failed or was canceled, at its price, and not what may have been paid', () => {
  const run = {
    input: { prompt: 'x', images: [] },
    choices: [
      { modelId: 'flux-2-pro-edit', values: {} },
      { modelId: 'flux-dev', values: { num_images: 2 } },
    ],
    axes: [{ parameter: 'images', values: ['a', 'b', 'c'] }],
  }
  const states = ['failed', 'succeeded', 'canceled', 'unconfirmed', 'failed', 'running'] as const
  const predictions = states.map((state, position) =>
    predictionView(position, {
      state,
      modelId: position < 3 ? 'flux-2-pro-edit' : 'flux-dev',
      sandbox: false,
    }),
  )
  const { plan, check } = restOf(run, predictions)
  expect(check).toMatchObject({ count: 3, cents: 18, isFree: false })
  expect(check.choices).toMatchObject([
    { count: 2, cents: 14 },
    { count: 1, cents: 4 },
  ])
  expect(totalSentence(plan, check)).toBe('2 models: 3 predictions · 18¢')
  const free = predictions.map((one) => ({ ...one, sandbox: true }))
  expect(restOf(run, free).check).toMatchObject({ count: 4, cents: 0, isFree: true })
  // A model of which nothing is left is none of it.
  const [first] = predictions
  expect(restOf(run, first ? [first] : []).plan.choices).toEqual([run.choices[0]])
})
