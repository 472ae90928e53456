import { inputOf, type RunInput } from '@/lib/models/run-input'
import { cellsOf, type RunPlan } from '@/lib/models/run-plan'
import { noHistory, type RoundHistory } from './round-history'
import { pairKey } from './vote'

/** More than this tires, and tired votes are noise. */
export const mostPairs = 15

/** A prediction as far as judging has to know it; a page's views fit. */
export interface BoardPrediction {
  id: string
  modelId: string
  /** Which cell of the run, in the order of `cellsOf`. */
  position: number
  status: string
  sandbox: boolean
}

/** A run with the latest prediction of each cell. */
export interface Board<P extends BoardPrediction> extends RunPlan {
  predictions: readonly P[]
}

/** Two finished predictions in the order in which they are shown: A, then B. */
export interface RoundPair<P extends BoardPrediction = BoardPrediction> {
  first: P
  second: P
  /** What both were given. */
  input: Pick<RunInput, 'prompt' | 'images' | 'mask'>
}

interface Options {
  history?: RoundHistory
  /** Numbers from 0 to below 1, for the order and the sides. */
  random?: () => number
  limit?: number
}

/**
 * The pairs of a blind round over a board, at most `limit`: first what this voter has not judged, then models that were
 * compared least, then predictions that came up least in this round. Their order and their sides are left to chance.
 */
export function roundPairs<P extends BoardPrediction>(
  board: Board<P>,
  { history = noHistory, random = Math.random, limit = mostPairs }: Options = {},
): RoundPair<P>[] {
  const open = shuffled(comparablePairs(board), random)
  const chosen: RoundPair<P>[] = []
  const shown = new Map<string, number>()
  const compared = new Map<string, number>()
  const modelsOf = ({ first, second }: RoundPair) => pairKey(first.modelId, second.modelId)
  const cost = (pair: RoundPair): number[] => [
    history.answers[pairKey(pair.first.id, pair.second.id)] ?? 0,
    (history.comparisons[modelsOf(pair)] ?? 0) + 2 * (compared.get(modelsOf(pair)) ?? 0),
    (shown.get(pair.first.id) ?? 0) + (shown.get(pair.second.id) ?? 0),
  ]
  while (chosen.length < limit && open.length > 0) {
    const costs = open.map(cost)
    const at = costs.reduce((best, one, index) => (isLess(one, costs[best]!) ? index : best), 0)
    const [pair] = open.splice(at, 1)
    chosen.push(pair!)
    compared.set(modelsOf(pair!), (compared.get(modelsOf(pair!)) ?? 0) + 1)
    for (const { id } of [pair!.first, pair!.second]) shown.set(id, (shown.get(id) ?? 0) + 1)
  }
  return shuffled(chosen, random).map(({ first, second, input }) =>
    random() < 0.5 ? { first, second, input } : { first: second, second: first, input },
  )
}

/**
 * Every two finished predictions whose comparison means something: of different models, given the same instruction and
 * pictures and the same values of what was swept. A sweep over a parameter that one of them does not have does not part
 * them. Live results and those of the sandbox are never put together.
 *
 * Where that gives nothing and so only one model is there, its own results for the same instruction and pictures are
 * paired: such a round finds the better setting, and its votes enter no ranking of models.
 */
export function comparablePairs<P extends BoardPrediction>(board: Board<P>): RoundPair<P>[] {
  const cells = cellsOf(board)
  const entries = board.predictions.flatMap((prediction) => {
    const cell = cells[prediction.position]
    if (!cell || prediction.status !== 'completed') return []
    const { prompt, images, mask } = inputOf(board.input, cell.request)
    const input = { prompt, images, mask }
    return [{ prediction, input, key: JSON.stringify([input, prediction.sandbox]), at: cell.at }]
  })
  const sameInput = entries.flatMap((one, index) =>
    entries.slice(index + 1).flatMap((other) => (one.key === other.key ? [{ one, other }] : [])),
  )
  const isOfTwoModels = ({ one, other }: (typeof sameInput)[number]) =>
    one.prediction.modelId !== other.prediction.modelId
  const ofTwoModels = sameInput.filter(
    (pair) => isOfTwoModels(pair) && isSamePlace(pair.one.at, pair.other.at),
  )
  const isOneModel = new Set(entries.map(({ prediction }) => prediction.modelId)).size < 2
  return (isOneModel ? sameInput : ofTwoModels).map(({ one, other }) => ({
    first: one.prediction,
    second: other.prediction,
    input: one.input,
  }))
}

function isSamePlace(one: (number | null)[], other: (number | null)[]): boolean {
  return one.every((index, axis) => index === null || other[axis] === null || index === other[axis])
}

function isLess(one: number[], other: number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index])
  return at >= 0 && one[at]! < other[at]!
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}
