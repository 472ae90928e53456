import { expect, it } from 'vitest'
import { pictureForTests, predictionView } from '@/components/board/prediction-view-for-tests'
import { putBackText, rawAnswer } from './raw-answer'

const composition = {
  picture: 'p',
  mask: 'm',
  reframe: {
    picture: { width: 4032, height: 3024 },
    region: { left: 100, top: 0, width: 1600, height: 1200 },
    sent: { width: 1024, height: 768 },
  },
}
const composed = pictureForTests({ id: 'composed' })
const raw = pictureForTests({ id: 'raw' })

it('is told of what was put back, with what the model got', () => {
  const view = predictionView(0, { assets: [composed, raw], rawAssets: [raw, raw], composition })
  expect(rawAnswer(view, 0)).toBe(raw)
  expect(putBackText(view, 0)).toBe(
    'Put back into the original (kept outside the mask). The model got 1600 × 1200 of 4032 × 3024, as 1024 × 768.',
  )
  // The second could not be put back.
  expect([rawAnswer(view, 1), putBackText(view, 1)]).toEqual([undefined, undefined])
})

it('is told of the whole picture in a frame', () => {
  const reframe = { ...composition.reframe, region: { left: 0, top: -6, width: 4032, height: 3036 } }
  const view = predictionView(0, {
    assets: [composed],
    rawAssets: [raw],
    composition: { picture: 'p', reframe },
  })
  expect(putBackText(view, 0)).toBe('Put back into the original. The model got all of it, as 1024 × 768.')
})

it('is nothing where the model’s answer is the result', () => {
  const view = predictionView(0)
  expect([rawAnswer(view, 0), putBackText(view, 0)]).toEqual([undefined, undefined])
})
