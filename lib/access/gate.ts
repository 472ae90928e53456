import 'server-only'
import type { Caller } from './caller'
import { idleDays } from './idle-days'
import { isForLoopback } from './loopback-host'
import { createRateLimit } from './rate-limit'
import { hashOfSecret, isSameText, keyedHash, keyFromPassword, randomSecret } from './secret-text'
import { sessionIdIn } from './session-cookie'
import type { SessionStore } from './session-store'
import type { TokenStore } from './token-store'

export type LogIn =
  | { sessionId: string }
  | { refused: 'wrong' }
  /** Too many wrong ones: not even looked at. */
  | { refused: 'wait'; seconds: number }

/** Decides who is let in. */
export interface Gate {
  /** Whether there is a password at all. */
  isClosed: boolean
  /** @param address of whoever tries, for the limit on wrong ones */
  logIn(password: string, address: string): Promise<LogIn>
  /** By the headers `cookie`, `authorization`, `host` and `x-forwarded-host`. */
  callerOf(headers: Pick<Headers, 'get'>): Promise<Caller>
  /** Ends the login these headers hold. */
  logOut(headers: Pick<Headers, 'get'>): Promise<void>
  /** Ends all logins. Tokens stay. */
  logOutEverywhere(): Promise<void>
}

interface GateParts {
  password: string | undefined
  /** This installation's own, as salt. */
  secret: string
  sessions: SessionStore
  tokens: TokenStore
  /** Epoch milliseconds. */
  now(): number
}

const minuteInMs = 60_000
const idleMs = idleDays * 24 * 60 * minuteInMs
/** Not at each request: pictures come by the hundred. */
const touchSessionMs = 10 * minuteInMs
const touchTokenMs = minuteInMs
const mostKnownAddresses = 1000

/**
 * A session's id is stored under a hash that is keyed with the password: after a change of the password no earlier
 * login is found any more, and who reads the database can neither log in nor try out passwords quickly.
 */
export async function createGate(parts: GateParts): Promise<Gate> {
  const { password, sessions, tokens, now } = parts
  const key = password === undefined ? undefined : await keyFromPassword(password, parts.secret)
  const ofAddress = createRateLimit({ burst: 5, perMinute: 2 }, now)
  const ofAll = createRateLimit({ burst: 60, perMinute: 10 }, now)
  /** From where someone has logged in: not held up by the guesses of others. */
  const known = new Set<string>()

  async function sessionOf(headers: Pick<Headers, 'get'>): Promise<Caller | undefined> {
    const id = sessionIdIn(headers.get('cookie'))
    if (!id || !key) return undefined
    const session = await sessions.get(keyedHash(key, id))
    const time = now()
    if (!session || session.seenAt < time - idleMs) return undefined
    if (session.seenAt < time - touchSessionMs) await sessions.touch(session.idHash, time)
    return { kind: 'session', idHash: session.idHash }
  }

  async function tokenOf(headers: Pick<Headers, 'get'>): Promise<Caller | undefined> {
    const [, secret] = /^bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
    const token = secret && (await tokens.findByHash(hashOfSecret(secret)))
    if (!token) return undefined
    const time = now()
    if ((token.usedAt ?? 0) < time - touchTokenMs) await tokens.touch(token.id, time)
    const { id, name, monthlyBudgetCents } = token
    return { kind: 'token', id, name, monthlyBudgetCents }
  }

  return {
    isClosed: password !== undefined,

    async logIn(given, address) {
      if (password === undefined || !key) return { refused: 'wrong' }
      const seconds = ofAddress.take(address) || (known.has(address) ? 0 : ofAll.take('all'))
      if (seconds > 0) return { refused: 'wait', seconds }
      if (!isSameText(given, password)) return { refused: 'wrong' }
      ofAddress.forget(address)
      if (known.size >= mostKnownAddresses) known.clear()
      known.add(address)
      const sessionId = randomSecret()
      const time = now()
      await sessions.removeUnseenSince(time - idleMs)
      await sessions.insert({ idHash: keyedHash(key, sessionId), createdAt: time, seenAt: time })
      return { sessionId }
    },

    // A token that is given counts before a login: it may have a budget of its own.
    callerOf: async (headers) =>
      (await tokenOf(headers)) ??
      (await sessionOf(headers)) ?? {
        // Under PUBLIC_URL the world comes to a server without a password, for what was shared.
        kind: password === undefined && isForLoopback(headers) ? 'owner' : 'visitor',
      },

    async logOut(headers) {
      const id = sessionIdIn(headers.get('cookie'))
      if (id && key) await sessions.remove(keyedHash(key, id))
    },

    logOutEverywhere: () => sessions.removeAll(),
  }
}
