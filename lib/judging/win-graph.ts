/** `wins[i][j]`: how often i was preferred to j. */
export type Wins = readonly (readonly number[])[]

/** Those that were compared with each other, directly or over others; by their indices, in order. */
export function connectedGroups(wins: Wins): number[][] {
  const seen = new Set<number>()
  return wins.flatMap((_, start) => {
    if (seen.has(start)) return []
    const group = reach(start, (one, other) => wins[one]![other]! + wins[other]![one]! > 0, wins.length)
    group.forEach((index) => seen.add(index))
    return [[...group].sort((a, b) => a - b)]
  })
}

/**
 * Whether from each one every other is reached by going from winner to loser: the condition under which the strengths
 * have a finite best estimate (Ford, Amer. Math. Monthly 64, 1957). Otherwise some of them never lost to the rest.
 */
export function hasFiniteStrengths(wins: Wins): boolean {
  const beats = (one: number, other: number) => wins[one]![other]! > 0
  const losesTo = (one: number, other: number) => wins[other]![one]! > 0
  return [beats, losesTo].every((way) => reach(0, way, wins.length).size === wins.length)
}

function reach(start: number, leads: (from: number, to: number) => boolean, size: number): Set<number> {
  const reached = new Set([start])
  for (const from of reached) for (let to = 0; to < size; to++) if (leads(from, to)) reached.add(to)
  return reached
}
