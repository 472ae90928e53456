import type { ShareVote } from './share-store'

/** How a model came out of the votes on a link. */
export interface VoteTally {
  name: string
  won: number
  tied: number
  lost: number
}

/**
 * Both questions together, the best first. Answers about two results of one model say nothing of models and are left out.
 *
 * @param names  of models, by prediction id
 */
export function tallyVotes(votes: readonly ShareVote[], names: ReadonlyMap<string, string>): VoteTally[] {
  const tallies = new Map<string, VoteTally>()
  const tallyOf = (name: string) => {
    const known = tallies.get(name) ?? { name, won: 0, tied: 0, lost: 0 }
    tallies.set(name, known)
    return known
  }
  for (const { first, second, outcome } of votes) {
    const [one, other] = [names.get(first), names.get(second)]
    if (!one || !other || one === other) continue
    const [a, b] = [tallyOf(one), tallyOf(other)]
    if (outcome === 'tie') {
      a.tied++
      b.tied++
    } else {
      const [winner, loser] = outcome === 'first' ? [a, b] : [b, a]
      winner.won++
      loser.lost++
    }
  }
  return [...tallies.values()].sort((a, b) => b.won - b.lost - (a.won - a.lost))
}
