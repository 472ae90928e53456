import 'server-only'
import type { ListedOperation, OperationKind, Step, Words } from '../operation'
import { operations } from '../operations/registry'
import { answered, refuses } from './words'

type Given = Pick<Words, 'quotes' | 'images' | 'hasMask'>

interface Match {
  operation: ListedOperation
  from: number
  to: number
}

/** What the operations answer to in one clause. */
export interface Answers {
  /** In the order of the words. */
  steps: Step[]
  /** The clause with `answered` for the words they took. */
  rest: string
  /** Kinds of operations whose words are there, but which can't do it here: a picture, a mask is missing. */
  lacking: OperationKind[]
}

/** "brighter with slightly more contrast": between two operations, what follows "with" belongs to the second. */
const joint = /\b(?:with|plus|while|in)\b/

/** The steps one clause asks for. @param clause in small letters */
export function matchOperations(clause: string, given: Given): Answers {
  const all = matchesIn(clause)
  const able = all.filter(({ operation, from, to }) =>
    operation.plan({ near: clause, matched: clause.slice(from, to), clause, ...given }),
  )
  const lacking = all.filter((match) => !able.includes(match)).map(({ operation }) => operation.kind)
  // Words that put pictures together or mend a place take the whole clause.
  const whole = able.find(({ operation: { kind } }) => kind === 'pair' || kind === 'repair')
  const chosen = whole ? [whole] : withoutOverlap(able)
  const steps: Step[] = []
  let rest = ''
  let end = 0
  chosen.forEach((match, index) => {
    const near = nearOf(clause, match, chosen[index - 1], chosen[index + 1])
    const matched = clause.slice(match.from, match.to)
    const step = match.operation.plan({ near, matched, clause, ...given })
    if (!step) return
    steps.push(step)
    rest += `${clause.slice(end, match.from)}${answered}`
    end = match.to
  })
  return { steps, rest: rest + clause.slice(end), lacking }
}

function matchesIn(clause: string): Match[] {
  return operations.flatMap((operation): Match[] => {
    const found = operation.pattern.exec(clause)
    if (!found || refuses(clause.slice(0, found.index))) return []
    return [{ operation, from: found.index, to: found.index + found[0].length }]
  })
}

/**
 * Leftmost first; of two that overlap the one that begins first, then the longer. What follows the words for a part of
 * the picture says what becomes of that part: "the background a city at night" asks for no night.
 */
function withoutOverlap(matches: Match[]): Match[] {
  const kept: Match[] = []
  for (const match of matches.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1)
    if (match.from >= (last?.to ?? 0) && last?.operation.kind !== 'part') kept.push(match)
  }
  return kept
}

/** From the operation before to the one after: where its amount, colour and direction stand. */
function nearOf(clause: string, match: Match, previous: Match | undefined, next: Match | undefined): string {
  const before = clause.slice(previous?.to ?? 0, match.from)
  const after = clause.slice(match.to, next?.from)
  return (
    (previous ? before.split(joint).at(-1)! : before) +
    clause.slice(match.from, match.to) +
    (next ? after.split(joint)[0]! : after)
  )
}
