/** One login. Its id is known to the browser alone. */
export interface Session {
  /** See `createGate`: from it nobody gets back to the id. */
  idHash: string
  /** Epoch milliseconds. */
  createdAt: number
  /** When it was last used, give or take some minutes. */
  seenAt: number
}

/** Where logins are kept. */
export interface SessionStore {
  insert(session: Session): Promise<void>
  get(idHash: string): Promise<Session | undefined>
  touch(idHash: string, now: number): Promise<void>
  remove(idHash: string): Promise<void>
  removeAll(): Promise<void>
  removeUnseenSince(time: number): Promise<void>
}
