import 'server-only'
import { clausesOf } from './clauses'
import type { ListedOperation, Step } from './operation'
import { operations } from './operations/registry'

/** What an instruction means to this engine. */
export interface Understanding {
  steps: Step[]
  /** The clauses that mean nothing to it, with the reason where there is one to tell. */
  notUnderstood: string[]
}

const refused = /\b(?:do not|don['’]?t|without|no|not|never|avoid|keep|instead of)\b/
/** Things in a picture which only a mask can point out here. */
const scope =
  /\b(?:(back|fore)ground|subject)\b|\b(?:the|its|his|her|their|my)\s+(?:\w+\s+)?(?:sky|face|hair|eyes?|skin|lips|clothes|shirt|dress|person|man|woman|child|cat|dog|car|wall|floor|water|tree|trees)\b/
const laterPicture = /\b(?:(?:image|picture|photo) ?[2-9]|second (?:image|picture|photo))\b/

/** Reads an instruction into steps in order. @param images how many pictures were given; 0 is "from text alone" */
export function understand(instruction: string, images: number, hasMask: boolean): Understanding {
  const steps: Step[] = []
  const notUnderstood: string[] = []
  let scopedPart = -1
  for (const { text, part } of clausesOf(instruction)) {
    const clause = text.toLowerCase()
    const found = stepsIn(clause, images, hasMask)
    const together = found.some(({ kind }) => kind === 'pair')
    const scoped = part === scopedPart || scope.test(clause)
    if (images > 0 && !hasMask && !together && scoped) {
      scopedPart = part
      notUnderstood.push(`${text} (for a part of the picture I need a mask)`)
    } else if (!together && laterPicture.test(clause)) {
      notUnderstood.push(`${text} (I change the first picture)`)
    } else if (found.length === 0) {
      notUnderstood.push(text + reason(clause, images, hasMask))
    } else steps.push(...found.filter((step) => !isRepeat(step, steps)))
  }
  return { steps, notUnderstood }
}

interface Match {
  operation: ListedOperation
  from: number
  to: number
}

/** The steps one clause asks for, in the order of its words. */
function stepsIn(clause: string, images: number, hasMask: boolean): Step[] {
  const matches = matchesIn(clause)
  // Words that put pictures together or mend a masked place take the whole clause.
  const whole = matches.find(({ operation: { kind } }) => kind === 'pair' || kind === 'repair')
  return (whole ? [whole] : matches).flatMap((match, index, all) => {
    const near =
      afterLast(clause.slice(all[index - 1]?.to ?? 0, match.from)) +
      clause.slice(match.from, match.to) +
      beforeFirst(clause.slice(match.to, all[index + 1]?.from))
    const matched = clause.slice(match.from, match.to)
    return match.operation.plan({ near, matched, clause, images, hasMask }) ?? []
  })
}

function matchesIn(clause: string): Match[] {
  const matches = operations.flatMap((operation): Match[] => {
    const found = operation.pattern.exec(clause)
    if (!found || refused.test(clause.slice(0, found.index))) return []
    return [{ operation, from: found.index, to: found.index + found[0].length }]
  })
  return matches.sort((a, b) => a.from - b.from)
}

/** "brighter with slightly more contrast": the amount after "with" belongs to the contrast. */
const joint = /\b(?:with|plus|while|in)\b/
const afterLast = (words: string) => words.split(joint).at(-1)!
const beforeFirst = (words: string) => words.split(joint)[0]!

/** "sunset … with golden light" is one look; turning twice is two turns. */
function isRepeat(step: Step, steps: Step[]): boolean {
  if (step.kind === 'frame') return false
  return steps.some(({ description }) => description === step.description)
}

function reason(clause: string, images: number, hasMask: boolean): string {
  const kinds = matchesIn(clause).map(({ operation }) => operation.kind)
  if (kinds.includes('pair') && images < 2) return ' (this needs two pictures)'
  if (kinds.includes('repair') && !hasMask) return ' (this needs a mask over what should go)'
  if (kinds.includes('frame') && hasMask) return ' (a mask cannot hold a change of the whole frame)'
  return ''
}
