import { expect, it } from 'vitest'
import { predictionView } from '@/components/board/prediction-view-for-tests'
import { newestPredictions } from './newest-predictions'

const known = [predictionView(0, { version: 5 }), predictionView(1, { version: 5, attempt: 1 })]

it('takes what is newer and keeps the rest as it is', () => {
  const later = predictionView(0, { version: 6, mark: 'star' })
  const newest = newestPredictions(known, [predictionView(1, { version: 5, attempt: 1 }), later])
  expect(newest[0]).toBe(later)
  expect(newest[1]).toBe(known[1])
})

it('lets a new attempt replace the one before, and a late answer about that one change nothing', () => {
  const again = predictionView(0, { id: 'again', attempt: 1, version: 1 })
  const newest = newestPredictions(known, [again])
  expect(newest[0]).toBe(again)
  expect(newestPredictions(newest, [predictionView(0, { version: 99 })])).toBe(newest)
})

it('is the same list when nothing is new', () => {
  expect(newestPredictions(known, [predictionView(0, { version: 4 })])).toBe(known)
})
