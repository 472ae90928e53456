import { bradleyTerry, chanceOf, standardError, type StrengthGroup } from './bradley-terry'
import { ranksOf, type Ranks } from './ranks'
import { questions, type Vote } from './vote'

/** Of a model with fewer votes than this nothing is said, and they do not enter the strengths of the others. */
export const fewestVotes = 10

/** 95 % of a normal distribution lie within so many standard errors. */
const errorsEachSide = 1.96

/**
 * One tied comparison with the average is added to each model. It is little beside ten votes, and without it a model
 * that has won all of them would have no estimate.
 */
const extraTies = 1

/** What the ranking has to know of a prediction beside the votes. */
export interface JudgedPrediction {
  /** US cents; null where it is not known. */
  costCents: number | null
  sandbox: boolean
}

/** What can be counted of a model. */
export interface Tally {
  modelId: string
  /** Votes about it, and how they went; the others were lost. */
  votes: number
  wins: number
  ties: number
  /** US cents: what its judged predictions cost, each counted once. */
  cents: number
  /** Null where nothing was paid. */
  winsPerDollar: number | null
}

export interface RankingRow extends Tally {
  /** Log-odds against the average of its group, with its 95 % interval. */
  logit: number
  low: number
  high: number
  /** The places in its group that the votes leave open. */
  rank: Ranks
}

export interface RankingTable {
  votes: number
  /** Models that were compared with each other, directly or over others; strongest first. Between groups nothing is known. */
  groups: RankingRow[][]
  /** Models with too few votes; most votes first. */
  few: Tally[]
}

export const rankingBases = ['both', ...questions] as const
export type RankingBasis = (typeof rankingBases)[number]

export interface Standing {
  /** How many rounds, and of how many runs, the votes come from. */
  rounds: number
  runs: number
  tables: Record<RankingBasis, RankingTable>
  /** Votes between two settings of one model: they say nothing of models, and are in no table. */
  ofOneModel: number
}

/** Pictures of the sandbox are edited by rules on this machine: how they compare says nothing of the models. */
export interface Ranking {
  live: Standing
  sandbox: Standing
}

/**
 * Strengths of the models from votes, for each question and for both together. Votes about predictions that are not
 * in `judged` are left out.
 *
 * In the table of both, each answer counts half: the two answers to one pair come from one look at the same pictures,
 * and counted in full they would make the intervals narrower than what is known.
 */
export function rankModels(votes: readonly Vote[], judged: ReadonlyMap<string, JudgedPrediction>): Ranking {
  return { live: standing(votes, judged, false), sandbox: standing(votes, judged, true) }
}

function standing(
  all: readonly Vote[],
  judged: ReadonlyMap<string, JudgedPrediction>,
  sandbox: boolean,
): Standing {
  const own = all.filter(({ first, second }) =>
    [first, second].every(({ predictionId }) => judged.get(predictionId)?.sandbox === sandbox),
  )
  const votes = own.filter(({ first, second }) => first.modelId !== second.modelId)
  const tableOf = (basis: RankingBasis) => rankingTable(votes, judged, basis)
  return {
    rounds: new Set(votes.map(({ roundId }) => roundId)).size,
    runs: new Set(votes.map(({ runId }) => runId)).size,
    tables: {
      both: tableOf('both'),
      instruction: tableOf('instruction'),
      preservation: tableOf('preservation'),
    },
    ofOneModel: own.length - votes.length,
  }
}

function rankingTable(
  all: readonly Vote[],
  judged: ReadonlyMap<string, JudgedPrediction>,
  basis: RankingBasis,
): RankingTable {
  const votes = basis === 'both' ? all : all.filter(({ question }) => question === basis)
  const modelIds = [...new Set(votes.flatMap(({ first, second }) => [first.modelId, second.modelId]))]
  const tallies = new Map(modelIds.map((modelId) => [modelId, tallyOf(modelId, votes, judged)]))
  const isTold = (modelId: string) => tallies.get(modelId)!.votes >= fewestVotes
  const comparisons = votes
    .filter(({ first, second }) => isTold(first.modelId) && isTold(second.modelId))
    .map(({ first, second, outcome }) => ({
      first: first.modelId,
      second: second.modelId,
      outcome,
      weight: basis === 'both' ? 0.5 : 1,
    }))
  const { groups } = bradleyTerry(comparisons, { extraTies })
  const ranked = new Set(groups.flatMap(({ ids }) => ids))
  return {
    votes: votes.length,
    groups: groups.map((group) => rowsOf(group, tallies)),
    few: [...tallies.values()]
      .filter(({ modelId }) => !ranked.has(modelId))
      .sort((a, b) => b.votes - a.votes || (a.modelId < b.modelId ? -1 : 1)),
  }
}

function rowsOf(group: StrengthGroup, tallies: ReadonlyMap<string, Tally>): RankingRow[] {
  const ranks = ranksOf(group)
  return group.ids
    .map((modelId, index) => {
      const logit = group.logits[index]!
      const reach = errorsEachSide * standardError(group, index)
      return { ...tallies.get(modelId)!, logit, low: logit - reach, high: logit + reach, rank: ranks[index]! }
    })
    .sort((a, b) => b.logit - a.logit || (a.modelId < b.modelId ? -1 : 1))
}

function tallyOf(
  modelId: string,
  votes: readonly Vote[],
  judged: ReadonlyMap<string, JudgedPrediction>,
): Tally {
  const own = votes.filter(({ first, second }) => [first.modelId, second.modelId].includes(modelId))
  const wins = own.filter((vote) => vote.outcome !== 'tie' && vote[vote.outcome].modelId === modelId).length
  const predictions = new Set(
    own.map(({ first, second }) => (first.modelId === modelId ? first : second).predictionId),
  )
  let cents = 0
  for (const id of predictions) cents += judged.get(id)?.costCents ?? 0
  return {
    modelId,
    votes: own.length,
    wins,
    ties: own.filter(({ outcome }) => outcome === 'tie').length,
    cents,
    winsPerDollar: cents > 0 ? (wins / cents) * 100 : null,
  }
}

/** The chance to be preferred to an average model of the group, 0 to 1, with its interval. */
export function chancesOf({ logit, low, high }: Pick<RankingRow, 'logit' | 'low' | 'high'>): {
  chance: number
  least: number
  most: number
} {
  return { chance: chanceOf(logit), least: chanceOf(low), most: chanceOf(high) }
}
