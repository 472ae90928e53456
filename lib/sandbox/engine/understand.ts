import 'server-only'
import { clausesOf } from './clauses'
import type { Undone } from '@/lib/models/engine-report'
import type { Scope } from './regions/region'
import { readScene } from './landscape/scene'
import type { ListedOperation, Step } from './operation'
import { operations } from './operations/registry'
import { answered, beginsAnew, keepsRest, leftOver, namesPart, refuses } from './words'

/** A step, where it goes, and the words that asked for it. */
export type PlannedStep = Step & { scope: Scope; text: string }

/** What an instruction means to this engine. */
export interface Understanding {
  steps: PlannedStep[]
  /** What it can't do, with the reason. */
  undone: Undone[]
}

const laterPicture = /\b(?:(?:image|picture|photo) ?[2-9]|second (?:image|picture|photo))\b/

/** Reads an instruction into steps in order. @param images how many pictures were given; 0 is "from text alone" */
export function understand(instruction: string, images: number, hasMask: boolean): Understanding {
  const steps: PlannedStep[] = []
  const undone: Undone[] = []
  const notUnderstood = {
    push: (text: string) => undone.push({ text, reason: 'not understood', message: text }),
  }
  let partNamed = -1
  for (const { text, part } of clausesOf(instruction)) {
    const clause = text.toLowerCase()
    const { found, rest } = readClause(clause, images, hasMask)
    if (found.length === 0 && keepsRest.test(clause)) continue
    const kinds = found.map(({ kind }) => kind)
    const together = kinds.includes('pair')
    const why = found.length === 0 ? reason(clause, images, hasMask) : ''
    if (why) {
      notUnderstood.push(text + why)
    } else if (
      images > 0 &&
      !hasMask &&
      !together &&
      ((part === partNamed && !beginsAnew(clause)) || namesPart(rest))
    ) {
      partNamed = part
      notUnderstood.push(`${text} (for a part of the picture I need a mask)`)
    } else if (images > 0 && !together && laterPicture.test(clause)) {
      notUnderstood.push(`${text} (I change the first picture)`)
    } else if (images > 0 && found.length === 0) {
      notUnderstood.push(text)
    } else {
      steps.push(
        ...found
          .filter((step) => !isRepeat(step, steps))
          .map((step) => ({ ...step, scope: hasMask ? ('mask' as const) : ('whole' as const), text })),
      )
      // A mask says where; words about what lies there need no answer. Nor do those that tell what to put together.
      const inScene = images === 0 || kinds.includes('light')
      const left =
        hasMask || together ? '' : leftOver(rest, (word) => inScene && readScene(word) !== undefined)
      if (left) notUnderstood.push(left)
    }
  }
  return { steps, undone }
}

interface Match {
  operation: ListedOperation
  from: number
  to: number
}

/** The steps one clause asks for, in the order of its words, and the clause with `answered` for those words. */
function readClause(clause: string, images: number, hasMask: boolean): { found: Step[]; rest: string } {
  const matches = matchesIn(clause)
  // Words that put pictures together or mend a masked place take the whole clause.
  const whole = matches.find(({ operation: { kind } }) => kind === 'pair' || kind === 'repair')
  const all = whole ? [whole] : matches
  const found: Step[] = []
  let rest = ''
  let end = 0
  all.forEach((match, index) => {
    const [previous, next] = [all[index - 1], all[index + 1]]
    const before = clause.slice(previous?.to ?? 0, match.from)
    const after = clause.slice(match.to, next?.from)
    const matched = clause.slice(match.from, match.to)
    const near =
      (previous ? before.split(joint).at(-1)! : before) + matched + (next ? after.split(joint)[0]! : after)
    const step = match.operation.plan({ near, matched, clause, quotes: [], images, hasMask })
    if (!step || (hasMask && holdsNoMask(step))) return
    found.push(step)
    rest += `${clause.slice(end, match.from)}${answered}`
    end = match.to
  })
  return { found, rest: rest + clause.slice(end) }
}

/** What the words ask for, leftmost first; of two that overlap the one that begins first, then the longer. */
function matchesIn(clause: string): Match[] {
  const matches = operations.flatMap((operation): Match[] => {
    const found = operation.pattern.exec(clause)
    if (!found || refuses(clause.slice(0, found.index))) return []
    return [{ operation, from: found.index, to: found.index + found[0].length }]
  })
  matches.sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: Match[] = []
  for (const match of matches) if (match.from >= (kept.at(-1)?.to ?? 0)) kept.push(match)
  return kept
}

/** "brighter with slightly more contrast": between two operations, what follows "with" belongs to the second. */
const joint = /\b(?:with|plus|while|in)\b/

/** A mask can't hold what changes the whole frame. */
function holdsNoMask({ kind }: { kind: ListedOperation['kind'] }): boolean {
  return kind === 'frame' || kind === 'pair'
}

/** "sunset … with golden light" is one look; turning twice is two turns. */
function isRepeat(step: Step, steps: Step[]): boolean {
  if (step.kind === 'frame') return false
  return steps.some(({ description }) => description === step.description)
}

function reason(clause: string, images: number, hasMask: boolean): string {
  if (images === 0) return ''
  const asked = matchesIn(clause).map(({ operation }) => operation)
  if (hasMask && asked.some(holdsNoMask)) return ' (a mask cannot hold a change of the whole frame)'
  if (asked.some(({ kind }) => kind === 'pair')) return ' (this needs each picture it names)'
  if (asked.some(({ kind }) => kind === 'repair')) return ' (this needs a mask over what should go)'
  return ''
}
