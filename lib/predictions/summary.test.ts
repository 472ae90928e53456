import { expect, it } from 'vitest'
import { anAsset, aPrediction, aRun, aState } from '@/lib/testing/a-prediction'
import { readCursor, writeCursor } from './cursor'
import { summarizeRun } from './summary'

it('counts what became of a run, and shows its first result', () => {
  const states = ['failed', 'succeeded', 'running', 'unconfirmed', 'queued'] as const
  const predictions = states.map((state, position) => aPrediction({ position, status: aState(state) }))
  expect(summarizeRun({ run: aRun(), predictions })).toMatchObject({
    prompt: 'Make it night',
    modelNames: ['FLUX.2 Klein 9B Edit'],
    picture: { assetId: anAsset('output').id, isOutput: true },
    total: 5,
    active: 2,
    succeeded: 1,
    failed: 2,
    sandbox: false,
  })
})

it('shows the first input picture until there is a result, and nothing where there is none', () => {
  const predictions = [aPrediction({ modelId: 'gone', mode: 'sandbox' })]
  expect(summarizeRun({ run: aRun(), predictions })).toMatchObject({
    picture: { assetId: anAsset('input').id, isOutput: false },
    modelNames: ['gone'],
    sandbox: true,
  })
  expect(
    summarizeRun({ run: aRun({ input: { prompt: 'x', images: [] } }), predictions }).picture,
  ).toBeUndefined()
})

it('writes cursors that it can read, and takes nonsense for the top', () => {
  const cursor = { createdAt: 1_763_722_800_000, id: 'b6f1c1f0-0000-4000-8000-000000000000' }
  expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  for (const text of [undefined, '', 'x', '12', '12~', '~a', '1~a b', `1~${'a'.repeat(65)}`])
    expect(readCursor(text)).toBeUndefined()
})
