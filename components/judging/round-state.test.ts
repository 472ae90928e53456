import { expect, it } from 'vitest'
import type { Outcome, Question } from '@/lib/judging/vote'
import { isOver, move, newRound, openQuestion, type RoundMove } from './round-state'

const answer = (question: Question, outcome: Outcome): RoundMove => ({ kind: 'answer', question, outcome })
const play = (length: number, ...moves: RoundMove[]) => moves.reduce(move, newRound(length))

it('goes on when both questions have an answer, in whatever order', () => {
  expect(openQuestion(newRound(2))).toBe('instruction')
  const half = play(2, answer('preservation', 'tie'))
  expect(half.at).toBe(0)
  expect(openQuestion(half)).toBe('instruction')
  const whole = move(half, answer('instruction', 'first'))
  expect(whole).toMatchObject({ at: 1, answers: [{ instruction: 'first', preservation: 'tie' }, {}] })
  expect(isOver(play(1, answer('instruction', 'first'), answer('preservation', 'first')))).toBe(true)
})

it('changes an answer while its pair is shown', () => {
  const changed = play(2, answer('instruction', 'first'), answer('instruction', 'second'))
  expect(changed).toMatchObject({ at: 0, answers: [{ instruction: 'second' }, {}] })
  expect(changed.given).toHaveLength(1)
})

it('takes back one answer after another, over skipped pairs too', () => {
  const round = play(
    3,
    answer('instruction', 'first'),
    answer('preservation', 'second'),
    { kind: 'next' },
    answer('preservation', 'tie'),
  )
  const first = move(round, { kind: 'undo' })
  expect(first).toMatchObject({ at: 2, answers: [{}, {}, { preservation: undefined }] })
  const second = move(first, { kind: 'undo' })
  expect(second).toMatchObject({
    at: 0,
    answers: [{ instruction: 'first', preservation: undefined }, {}, {}],
  })
  expect(openQuestion(second)).toBe('preservation')
  const none = move(move(second, { kind: 'undo' }), { kind: 'undo' })
  expect(none.given).toEqual([])
  expect(none.at).toBe(0)
})

it('ends by stopping or after the last pair, and then takes nothing more', () => {
  const stopped = play(3, answer('instruction', 'first'), { kind: 'stop' })
  expect(isOver(stopped)).toBe(true)
  expect(move(stopped, answer('preservation', 'first'))).toBe(stopped)
  const skipped = play(1, { kind: 'next' })
  expect(isOver(skipped)).toBe(true)
  expect(move(skipped, { kind: 'undo' })).toBe(skipped)
})
