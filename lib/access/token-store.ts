/** A token for the API, as far as anyone may see it again. */
export interface Token {
  id: string
  name: string
  /** US cents in a calendar month; undefined where only the common budgets hold. */
  monthlyBudgetCents?: number
  /** Epoch milliseconds. */
  createdAt: number
  /** When it was last used, give or take a minute; undefined if never. */
  usedAt?: number
}

/** Where tokens are kept. A revoked one is found by no method but `nameOf`. */
export interface TokenStore {
  insert(token: Token, hash: string): Promise<void>
  /** Newest first. */
  list(): Promise<Token[]>
  findByHash(hash: string): Promise<Token | undefined>
  touch(id: string, now: number): Promise<void>
  /** False if there is none, or none any more. */
  revoke(id: string, now: number): Promise<boolean>
  /** Also of a revoked one: what was spent by it is told under its name. */
  nameOf(id: string): Promise<string | undefined>
}
