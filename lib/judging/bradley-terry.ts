import { invert } from './invert'
import { connectedGroups, hasFiniteStrengths, type Wins } from './win-graph'

/**
 * How two compared. A tie counts as half a win to each: the model of Bradley and Terry has no ties, and this is the
 * usual way to bring them in which needs no further parameter; it moves the two together and does not favour either.
 */
export interface Comparison {
  first: string
  second: string
  outcome: 'first' | 'second' | 'tie'
  /** What it counts; 1 unless said otherwise. */
  weight?: number
}

/**
 * The strengths of those that were compared with each other, directly or over others. Only differences have a meaning:
 * the chance that a is preferred to b is `chanceOf(logit of a − logit of b)`.
 */
export interface StrengthGroup {
  ids: string[]
  /** Log-odds against the group's average, which is 0. */
  logits: number[]
  /** Of the logits, from the inverse of the Fisher information under the same condition, that they sum to 0. */
  covariance: number[][]
}

export interface Estimate {
  groups: StrengthGroup[]
  /** Groups in which some never lost to the rest, so that no finite strengths fit best. */
  unbounded: string[][]
}

interface Options {
  /**
   * So many comparisons of each with the average of its group, all ties, are added to what was seen: it pulls the
   * strengths together a little and keeps one that has won everything from being infinitely strong. 0 unless given.
   */
  extraTies?: number
}

/** Strengths by maximum likelihood (Bradley and Terry, Biometrika 39, 1952), by Newton’s method. */
export function bradleyTerry(all: readonly Comparison[], { extraTies = 0 }: Options = {}): Estimate {
  // One compared with itself tells nothing.
  const comparisons = all.filter(({ first, second }) => first !== second)
  const ids = [...new Set(comparisons.flatMap(({ first, second }) => [first, second]))].sort()
  const wins = countWins(ids, comparisons)
  const estimate: Estimate = { groups: [], unbounded: [] }
  for (const group of connectedGroups(wins)) {
    // Spread evenly over the others of the group, half won and half lost.
    const extra = extraTies / (group.length - 1) / 2
    const own = group.map((i) => group.map((j) => (i === j ? 0 : wins[i]![j]! + extra)))
    const names = group.map((index) => ids[index]!)
    if (hasFiniteStrengths(own)) estimate.groups.push({ ids: names, ...mostLikely(own) })
    else estimate.unbounded.push(names)
  }
  return estimate
}

/** The chance that belongs to a difference of logits, 0 to 1. */
export function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

export function standardError(group: StrengthGroup, index: number): number {
  return Math.sqrt(group.covariance[index]![index]!)
}

function countWins(ids: string[], comparisons: readonly Comparison[]): number[][] {
  const wins = ids.map(() => ids.map(() => 0))
  for (const { first, second, outcome, weight = 1 } of comparisons) {
    const [one, other] = [ids.indexOf(first), ids.indexOf(second)]
    const share = outcome === 'tie' ? 0.5 : outcome === 'first' ? 1 : 0
    wins[one]![other]! += share * weight
    wins[other]![one]! += (1 - share) * weight
  }
  return wins
}

/** The likelihood is concave: from the middle, with steps halved where they go too far, Newton’s method gets there. */
function mostLikely(wins: Wins): Pick<StrengthGroup, 'logits' | 'covariance'> {
  let logits = wins.map(() => 0)
  for (let round = 0; round < 100; round++) {
    const covariance = covarianceAt(wins, logits)
    const slope = slopeAt(wins, logits)
    const step = covariance.map((row) => row.reduce((sum, value, at) => sum + value * slope[at]!, 0))
    if (Math.max(...step.map(Math.abs)) < 1e-10) return { logits, covariance }
    const before = logLikelihood(wins, logits)
    let next = moved(logits, step, 1)
    for (let length = 0.5; length > 1e-6 && logLikelihood(wins, next) < before; length /= 2)
      next = moved(logits, step, length)
    logits = next
  }
  return { logits, covariance: covarianceAt(wins, logits) }
}

function moved(logits: number[], step: number[], length: number): number[] {
  return logits.map((logit, index) => logit + length * step[index]!)
}

/** How many more wins there were than expected. */
function slopeAt(wins: Wins, logits: number[]): number[] {
  return wins.map((row, i) =>
    row.reduce((sum, won, j) => sum + won - (won + wins[j]![i]!) * chanceOf(logits[i]! - logits[j]!), 0),
  )
}

/**
 * The Fisher information knows nothing of a shift of all, so it has no inverse. With 1/n added everywhere it has, and
 * with 1/n taken away again that is the inverse among logits that sum to 0.
 */
function covarianceAt(wins: Wins, logits: number[]): number[][] {
  const shift = 1 / wins.length
  const information = wins.map((row, i) =>
    row.map((won, j) => {
      const chance = chanceOf(logits[i]! - logits[j]!)
      return -(won + wins[j]![i]!) * chance * (1 - chance)
    }),
  )
  information.forEach((row, i) => (row[i] = -row.reduce((sum, value, j) => (j === i ? sum : sum + value), 0)))
  return invert(information.map((row) => row.map((value) => value + shift))).map((row) =>
    row.map((value) => value - shift),
  )
}

function logLikelihood(wins: Wins, logits: number[]): number {
  let sum = 0
  wins.forEach((row, i) =>
    row.forEach((won, j) => {
      // log of the chance, without overflow for far ones
      const difference = logits[i]! - logits[j]!
      if (won > 0) sum -= won * (Math.max(0, -difference) + Math.log1p(Math.exp(-Math.abs(difference))))
    }),
  )
  return sum
}
