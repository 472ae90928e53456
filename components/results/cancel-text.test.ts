import { expect, it } from 'vitest'
import { predictionView } from '@/components/board/prediction-view-for-tests'
import { cancelText } from './cancel-text'

const running = { status: 'processing', state: 'running' } as const

it('tells what cancelling all came to, outcome by outcome', () => {
  const canceled = (position: number, error: string, advice: string) =>
    predictionView(position, { status: 'failed', state: 'canceled', error, advice })
  const before = [0, 1, 2, 3].map((position) => predictionView(position, running)).concat(predictionView(4))
  const after = [
    canceled(0, 'Canceled before it was sent.', 'Nothing was charged.'),
    canceled(1, 'Canceled before it was sent.', 'Nothing was charged.'),
    canceled(2, 'No longer waited for.', 'It may bill it.'),
    predictionView(3, { status: 'processing', state: 'storing' }),
    predictionView(4),
  ]
  expect(cancelText(before, after)).toBe(
    '2 × Canceled before it was sent. Nothing was charged. 1 × No longer waited for. It may bill it. ' +
      '1 × Too late to cancel: the result is being fetched.',
  )
  expect(cancelText([predictionView(4)], [predictionView(4)])).toBeUndefined()
})
