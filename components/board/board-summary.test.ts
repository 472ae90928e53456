import { describe, expect, it } from 'vitest'
import { costText, progressOf, progressText } from './board-summary'
import { predictionView } from './prediction-view-for-tests'

const running = { status: 'processing', state: 'running' } as const
const failed = { status: 'failed', state: 'failed' } as const

describe('progress', () => {
  it('counts what is done, and names failures and cancels only where there are any', () => {
    const predictions = [
      predictionView(0),
      predictionView(1, failed),
      predictionView(2, running),
      predictionView(3, { status: 'failed', state: 'canceled' }),
    ]
    expect(progressText(progressOf(predictions))).toBe('1 of 4 done, 1 failed, 1 canceled')
    expect(progressText(progressOf([predictionView(0)]))).toBe('1 of 1 done')
  })
})

describe('costText', () => {
  it('adds up what was charged, and says which part is the price list’s', () => {
    expect(costText([predictionView(0), predictionView(1)])).toBe('Cost 4¢')
    expect(costText([predictionView(0, { costReported: false })])).toBe('Cost 2¢ by price list')
    expect(costText([predictionView(0), predictionView(1, { costReported: false })])).toBe(
      'Cost 4¢ (2¢ of it by price list)',
    )
  })

  it('does not count what has not been sent', () => {
    const waiting = predictionView(1, { status: 'processing', state: 'queued', submittedAt: null })
    expect(costText([predictionView(0), waiting, predictionView(2, running)])).toBe('Cost 2¢, 2¢ at work')
  })

  it('names what may be billed all the same, and that earlier tries are not counted', () => {
    const nothing = predictionView(1, { ...failed, costCents: 0 })
    const maybe = predictionView(2, { ...failed, costCents: 7 })
    expect(costText([predictionView(0), nothing])).toBe('Cost 2¢')
    expect(costText([predictionView(0), maybe])).toBe(
      'Cost 2¢, up to 7¢ may be billed for what failed or was canceled',
    )
    expect(costText([predictionView(0, { attempt: 1 })])).toBe('Cost 2¢, earlier tries not counted')
  })

  it('says of the sandbox that it is free', () => {
    expect(costText([predictionView(0, { sandbox: true, costCents: 0 })])).toBe('Free: all in the sandbox')
  })
})
