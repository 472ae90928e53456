import { outcomes, type Outcome, type Question } from '@/lib/judging/vote'

/** For A, a tie and B. */
export const questionKeys: Record<Question, readonly string[]> = {
  instruction: ['1', '2', '3'],
  preservation: ['q', 'w', 'e'],
}

/** Digits are where they are on every keyboard. */
const otherKeys: readonly string[] = ['4', '5', '6']

const arrows: Record<string, Outcome> = { ArrowLeft: 'first', ArrowDown: 'tie', ArrowRight: 'second' }

export type RoundAction =
  | { kind: 'answer'; question: Question; outcome: Outcome }
  | { kind: 'next' | 'undo' | 'stop' }
  | { kind: 'zoom-in' | 'zoom-out' | 'fit' }
  | { kind: 'pan'; x: number; y: number }
  | { kind: 'show'; id: string }

interface Pressed {
  key: string
  shiftKey: boolean
}

/** What a key means in a blind round. @param open the question that the arrows answer */
export function roundActionOf(
  { key, shiftKey }: Pressed,
  open: Question | undefined,
): RoundAction | undefined {
  if (shiftKey && key in panBy) return { kind: 'pan', ...panBy[key]! }
  const arrow = arrows[key]
  if (arrow) return open && { kind: 'answer', question: open, outcome: arrow }
  const pressed = key.toLowerCase()
  for (const [question, keys] of [
    ['instruction', questionKeys.instruction],
    ['preservation', questionKeys.preservation],
    ['preservation', otherKeys],
  ] as const) {
    const outcome = outcomes[keys.indexOf(pressed)]
    if (outcome) return { kind: 'answer', question, outcome }
  }
  return others[pressed]
}

/** Which way the pictures go, in shares of the pane. */
const panBy: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: 0.15, y: 0 },
  ArrowRight: { x: -0.15, y: 0 },
  ArrowUp: { x: 0, y: 0.15 },
  ArrowDown: { x: 0, y: -0.15 },
}

const others: Record<string, RoundAction> = {
  n: { kind: 'next' },
  backspace: { kind: 'undo' },
  escape: { kind: 'stop' },
  '+': { kind: 'zoom-in' },
  '=': { kind: 'zoom-in' },
  '-': { kind: 'zoom-out' },
  '0': { kind: 'fit' },
  i: { kind: 'show', id: 'input' },
  a: { kind: 'show', id: 'a' },
  b: { kind: 'show', id: 'b' },
}
