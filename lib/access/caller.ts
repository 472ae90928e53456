/** Who asks. */
export type Caller =
  /** No password is set: whoever asks for loopback. A token that is given all the same counts as one. */
  | { kind: 'owner' }
  | { kind: 'session'; idHash: string }
  | { kind: 'token'; id: string; name: string; monthlyBudgetCents?: number }
  /** Not let in: sees what is public only. */
  | { kind: 'visitor' }

/** The token a run is counted on, if it is made by one. */
export function tokenIdOf(caller: Caller): string | undefined {
  return caller.kind === 'token' ? caller.id : undefined
}
