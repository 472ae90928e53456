import type { ShareChoices, ShareState } from './share'
import type { VoteTally } from './vote-tally'

/** A link as the list of all links shows it. */
export interface ListedShare {
  id: string
  url: string
  runId: string
  /** The run's instruction, for whoever made the link. */
  title: string
  /** One prediction of the run and not all. */
  isOfOne: boolean
  choices: ShareChoices
  /** One whose run is in the trash leads nowhere while it is there. */
  state: ShareState | 'in-trash'
  /** Epoch milliseconds, like the following. */
  createdAt: number
  endsAt: number | null
  visits: number
  lastVisitAt: number | null
  /** Answers of visitors, and of how many. */
  votes: number
  visitors: number
  /** How the models came out of them. */
  tally: VoteTally[]
}

/** What each choice is called where it is made. */
export const choiceTexts: Record<keyof ShareChoices, { title: string; note?: string }> = {
  inputPicture: { title: 'Input picture' },
  instruction: { title: 'Instruction' },
  parameters: { title: 'Parameters and seed' },
  cost: { title: 'Cost' },
  modelNames: { title: 'Model names', note: 'When off, they are called Model A, B…, in random order.' },
  voting: { title: 'Visitors may vote', note: 'Blind, two results at a time. One vote for each visitor.' },
}

/**
 * Says in a sentence or two what whoever has the link will see.
 *
 * @param count  how many results there are
 */
export function sentenceOf(choices: ShareChoices, count: number): string {
  const shown = shownParts(choices)
  const results = count === 1 ? 'the result' : `${count} results`
  const hidden = hiddenParts(choices)
  return [
    `Visitors see ${joined([results, ...shown])}.`,
    hidden.length > 0 && `They don’t see ${joined(hidden, 'or')}.`,
    !choices.modelNames && count > 1 && 'Models are called A, B and so on.',
    choices.voting && 'They can vote on pairs of results.',
    !choices.modelNames && (choices.parameters || choices.cost) && tellApart(choices),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What a link reveals beside the results, in a few words. */
export function revealText(choices: ShareChoices): string {
  const words = joined(['results', ...shownParts(choices)])
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${choices.voting ? '; blind votes' : ''}`
}

const parts: [Exclude<keyof ShareChoices, 'voting'>, string][] = [
  ['inputPicture', 'the input picture'],
  ['instruction', 'the instruction'],
  ['parameters', 'parameters and seed'],
  ['cost', 'the cost'],
  ['modelNames', 'the models’ names'],
]

function shownParts(choices: ShareChoices): string[] {
  return parts.flatMap(([key, words]) => (choices[key] ? [words] : []))
}

function hiddenParts(choices: ShareChoices): string[] {
  return parts.flatMap(([key, words]) => (choices[key] ? [] : [words]))
}

function tellApart({ parameters, cost }: ShareChoices): string {
  const what = joined([...(parameters ? ['parameters'] : []), ...(cost ? ['cost'] : [])])
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} may tell the models apart.`
}

function joined(words: readonly string[], last = 'and'): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}
