import type { StrengthGroup } from './bradley-terry'

/** The places from 1 that are open to a model; certain if both are the same. */
export interface Ranks {
  best: number
  worst: number
}

/** The chance that any order stated within a group is wrong. */
const mostWrong = 0.05

/**
 * The ranks that the votes leave open. Two models are told apart only where the interval of the difference between them
 * leaves out 0. It is widened by the number of pairs that are looked at (Bonferroni), so that 95 % holds for the table as
 * a whole; for two models it comes to the same as asking whether their own 95 % intervals part. Of more models those
 * intervals are no measure: one that is little known would blur all others, because they are told against the average.
 */
export function ranksOf({ ids, logits, covariance }: StrengthGroup): Ranks[] {
  const pairs = (ids.length * (ids.length - 1)) / 2
  const errors = upperQuantile(mostWrong / pairs / 2)
  const isAbove = (one: number, other: number) => {
    const variance = covariance[one]![one]! + covariance[other]![other]! - 2 * covariance[one]![other]!
    return logits[one]! - logits[other]! > errors * Math.sqrt(variance)
  }
  return ids.map((_, own) => ({
    best: 1 + ids.filter((_other, other) => other !== own && isAbove(other, own)).length,
    worst: ids.length - ids.filter((_other, other) => other !== own && isAbove(own, other)).length,
  }))
}

/**
 * How many standard errors above the mean a share of a normal distribution begins, for shares below a half; within 0.0005
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23).
 */
export function upperQuantile(share: number): number {
  const t = Math.sqrt(-2 * Math.log(share))
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  return t - above / below
}
