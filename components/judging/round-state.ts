import type { Outcome, Question } from '@/lib/judging/vote'
import { questions } from '@/lib/judging/vote'

export type Answers = Partial<Record<Question, Outcome>>

/** How far a blind round has come. */
export interface RoundState {
  /** How many pairs it has. */
  length: number
  /** Which pair is shown; `length` when all have been. */
  at: number
  /** By pair. */
  answers: readonly Answers[]
  /** What was answered, in that order: the last is what undo takes back. */
  given: readonly { pair: number; question: Question }[]
  /** Ended before the last pair. */
  stopped: boolean
}

export type RoundMove =
  | { kind: 'answer'; question: Question; outcome: Outcome }
  | { kind: 'next' }
  | { kind: 'undo' }
  | { kind: 'stop' }

export function newRound(length: number): RoundState {
  return { length, at: 0, answers: Array.from({ length }, () => ({})), given: [], stopped: false }
}

export function isOver({ at, length, stopped }: RoundState): boolean {
  return stopped || at >= length
}

/** The question that the arrow keys answer: the first that is open. */
export function openQuestion({ answers, at }: RoundState): Question | undefined {
  return questions.find((question) => answers[at]?.[question] === undefined)
}

/** The last answer of a pair leads on to the next; undo takes back one answer and returns to its pair. */
export function move(state: RoundState, wanted: RoundMove): RoundState {
  if (isOver(state)) return state
  switch (wanted.kind) {
    case 'answer': {
      const { question, outcome } = wanted
      const { at } = state
      const next = {
        ...state,
        answers: withAnswer(state.answers, at, question, outcome),
        given: [...state.given.filter((one) => !isAbout(one, at, question)), { pair: at, question }],
      }
      return openQuestion(next) ? next : { ...next, at: at + 1 }
    }
    case 'next':
      return { ...state, at: state.at + 1 }
    case 'undo': {
      const last = state.given.at(-1)
      if (!last) return state
      return {
        ...state,
        at: last.pair,
        answers: withAnswer(state.answers, last.pair, last.question, undefined),
        given: state.given.slice(0, -1),
      }
    }
    case 'stop':
      return { ...state, stopped: true }
  }
}

function isAbout(one: RoundState['given'][number], pair: number, question: Question): boolean {
  return one.pair === pair && one.question === question
}

function withAnswer(
  answers: readonly Answers[],
  pair: number,
  question: Question,
  outcome: Outcome | undefined,
): Answers[] {
  return answers.map((own, index) => (index === pair ? { ...own, [question]: outcome } : own))
}
