import 'server-only'
import type { Undone } from '@/lib/models/engine-report'
import { clausesOf, type Clause } from './clauses'
import { blockedAlways, blockedOtherwise, needsMask } from './blocked'
import { matchOperations, type Answers } from './match-operations'
import { namedPart, type NamedPart } from './parts'
import { takeQuotes, withQuotes } from './quotes'
import { readScene } from '../landscape/scene'
import type { Step } from '../operation'
import type { Scope } from '../regions/region'
import { isForeign } from './foreign-words'
import { asksForSomething, beginsAnew, keepsRest, leftOver, shortened, smallPart, thingNamed } from './words'

/** A step, where it goes, and the words that asked for it. */
export type PlannedStep = Step & { scope: Scope; text: string }

/** What an instruction means to this engine. */
export interface Understanding {
  steps: PlannedStep[]
  /** What it can't do, with the reason. */
  undone: Undone[]
}

/** What is known beside the words. */
interface Given {
  quotes: readonly string[]
  /** How many pictures were given; 0 is "from text alone". */
  images: number
  hasMask: boolean
}

/** What one clause comes to. */
interface Read {
  steps: Step[]
  scope: Scope
  note?: string | undefined
  undone?: Omit<Undone, 'text'> | undefined
  /** Words nobody answers to, beside those that were understood. */
  left?: string
}

/** Reads an instruction into steps in order. @param images how many pictures were given; 0 is "from text alone" */
export function understand(instruction: string, images: number, hasMask: boolean): Understanding {
  const { text, quotes } = takeQuotes(instruction)
  const given: Given = { quotes, images, hasMask }
  const steps: PlannedStep[] = []
  const undone: Undone[] = []
  const clauses = withVerbs(withAdditions(clausesOf(text)))
  let part = -1
  let spokenOf: Scope | undefined
  for (const clause of clauses) {
    if (clause.part !== part) spokenOf = undefined
    part = clause.part
    const words = clause.text.toLowerCase()
    if (keepsRest.test(words)) continue
    const shown = withQuotes(clause.text, quotes)
    const read = readClause(words, given, beginsAnew(words) ? undefined : spokenOf)
    if (typeof read.scope !== 'string') spokenOf = read.scope
    if (read.undone) undone.push({ text: shortened(shown), ...read.undone })
    if (read.left) undone.push({ text: withQuotes(read.left, quotes), ...nothingAnswers })
    for (const step of read.steps) {
      const note = [step.approximates, read.note].filter(Boolean).join('; ') || undefined
      const planned = { ...step, approximates: note, scope: scopeOf(step, read.scope), text: shown }
      if (!isRepeat(planned, steps)) steps.push(planned)
    }
  }
  return { steps, undone }
}

/** "…, on the left", "…, like that" say more of what came before: they belong to its clause. */
function withAdditions(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = []
  for (const clause of clauses) {
    const words = clause.text.toLowerCase()
    const last = joined.at(-1)
    if (last && isAddition(words))
      joined[joined.length - 1] = { ...last, text: `${last.text}, ${clause.text}` }
    else joined.push(clause)
  }
  return joined
}

function isAddition(words: string): boolean {
  if (asksForSomething(words) || words.includes('“') || keepsRest.test(words)) return false
  const { steps, lacking } = matchOperations(words, { quotes: [], images: 2, hasMask: true })
  return (
    steps.length === 0 && lacking.length === 0 && !namedPart(words) && leftOver(words, isSceneWord) === ''
  )
}

/** "Make the cup red and the wall white": what has no verb of its own takes the one before. */
function withVerbs(clauses: readonly Clause[]): Clause[] {
  let verb: string | undefined
  return clauses.map((clause) => {
    verb =
      colouringVerb.exec(clause.text)?.[1] ?? (asksForSomething(clause.text.toLowerCase()) ? undefined : verb)
    if (!verb || !beginsWithThing.test(clause.text)) return clause
    const asItIs = matchOperations(clause.text.toLowerCase(), { quotes: [], images: 2, hasMask: true })
    return asItIs.steps.length > 0 ? clause : { ...clause, text: `${verb} ${clause.text}` }
  })
}

const colouringVerb = /^(?:please |now |could you |can you )*(make|turn|paint|colou?r|dye)\b/i
const beginsWithThing = /^(?:the|its|his|her|their|my|your|our) /i

const nothingAnswers = { reason: 'not understood', message: 'Nothing here answers to these words.' } as const

function readClause(clause: string, given: Given, spokenOf: Scope | undefined): Read {
  const blocked = given.images > 0 ? blockedAlways(clause) : undefined
  if (blocked) return refused('blocked', blocked)
  const { steps, rest, lacking } = matchOperations(clause, given)
  if (steps.length === 0) return refusedClause(clause, rest, lacking, given)
  const kinds = steps.map(({ kind }) => kind)
  const small = given.hasMask || given.images === 0 ? undefined : smallPart(clause)
  if (small) return refused('not understood', wantsMask(small))
  if (given.hasMask && kinds.some((kind) => kind === 'frame' || kind === 'pair'))
    return refused('blocked', 'A mask can’t hold a change of the whole frame. Take the mask away for this.')
  // A scene drawn from text has its light and weather already.
  if (given.images === 0)
    return {
      steps: steps.filter(({ kind }) => kind !== 'light'),
      scope: 'whole',
      left: leftOver(rest, isSceneWord),
    }
  // A mask says where; words about what lies there need no answer. Nor do those that tell what to put together.
  if (given.hasMask) return { steps, scope: 'mask' }
  if (kinds.includes('pair')) return { steps, scope: 'whole' }
  if (kinds.includes('repair') && needsMask(clause)) return refused('blocked', tooSmall)
  if (kinds.some((kind) => kind === 'part' || kind === 'repair' || kind === 'frame'))
    return {
      steps,
      scope: kinds.includes('part') ? backgroundIf(clause) : 'whole',
      left: leftOfAdded(rest),
    }
  const named = namedPart(rest)
  if (!named && laterPicture.test(rest))
    return refused(
      'not understood',
      'The first picture is the one that is changed. Put the other one first for this.',
    )
  return onlyWhere(steps, rest, named, kinds.includes('light'), spokenOf)
}

/** What finds its own place reads most words of its clause itself; what comes "with" it is more than it can know. */
function leftOfAdded(rest: string): string {
  const added = /\bwith\b(.*)$/.exec(rest)?.[1] ?? ''
  return leftOver(
    added,
    (word) => isSceneWord(word) || /^(?:outlines?|edges?|corners?|thin|thick)$/.test(word),
  )
}

const laterPicture = /\b(?:(?:image|picture|photo) ?[2-9]|second (?:image|picture|photo))\b/
const tooSmall = 'Only the main subject is found here by itself. Paint a mask over what should go.'

function wantsMask(thing: string): string {
  return `“${thing}” is not found here by itself. Paint a mask over it, and say what should change there.`
}

/** Looks, and the part of the picture they are for. */
function onlyWhere(
  steps: Step[],
  rest: string,
  named: NamedPart | undefined,
  inScene: boolean,
  spokenOf: Scope | undefined,
): Read {
  const isKnown = (word: string) => inScene && isSceneWord(word)
  if (named) return { steps, scope: named.scope, note: named.note, left: leftOver(named.rest, isKnown) }
  const thing = thingNamed(rest)
  if (thing) return refused('not understood', wantsMask(thing))
  return { steps, scope: spokenOf ?? 'whole', left: leftOver(rest, isKnown) }
}

/** Why a clause comes to nothing. */
function refusedClause(clause: string, rest: string, lacking: Answers['lacking'], { images }: Given): Read {
  if (images === 0) return { steps: [], scope: 'whole', left: leftOver(rest, isSceneWord) }
  if (lacking.includes('pair'))
    return refused('not understood', 'This needs each picture it names. Add the one that is missing.')
  if (lacking.includes('repair')) return refused('blocked', tooSmall)
  const blocked = blockedOtherwise(clause)
  if (blocked) return refused('blocked', blocked)
  return refused('not understood', isForeign(clause) ? englishOnly : nothingAnswers.message)
}

const englishOnly = 'The local engine reads English only.'

function refused(reason: Undone['reason'], message: string): Read {
  return { steps: [], scope: 'whole', undone: { reason, message } }
}

/** What was said of the background holds for "… and darker" behind it too. */
function backgroundIf(clause: string): Scope {
  return namedPart(clause)?.scope ?? 'whole'
}

/** Only looks are held to a part by the executor; the rest finds its own place. */
function scopeOf({ kind }: Step, scope: Scope): Scope {
  if (scope === 'mask') return 'mask'
  return kind === 'look' || kind === 'light' ? scope : 'whole'
}

/** "sunset … with golden light" is one look; turning twice is two turns. */
function isRepeat(step: PlannedStep, steps: readonly PlannedStep[]): boolean {
  if (step.kind === 'frame') return false
  const same = ({ description, scope }: PlannedStep) =>
    description === step.description && JSON.stringify(scope) === JSON.stringify(step.scope)
  return steps.some(same)
}

function isSceneWord(word: string): boolean {
  return readScene(word) !== undefined
}
