import { randomUUID } from 'node:crypto'
import type { Vote } from './vote'

/** A vote for p1, by FLUX.2 Klein 9B, against p2, by FLUX.2 Pro. */
export function aVote(facts: Partial<Vote> = {}): Vote {
  return {
    id: randomUUID(),
    roundId: 'round 1',
    runId: 'run 1',
    question: 'instruction',
    first: { predictionId: 'p1', modelId: 'flux-2-klein-9b-edit' },
    second: { predictionId: 'p2', modelId: 'flux-2-pro-edit' },
    outcome: 'first',
    voter: 'owner',
    createdAt: 1_000,
    ...facts,
  }
}
