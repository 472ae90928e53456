import { describe, expect, it } from 'vitest'
import { createGate, type Gate } from './gate'
import { hashOfSecret } from './secret-text'
import { sessionCookie } from './session-cookie'
import type { Session, SessionStore } from './session-store'
import type { Token, TokenStore } from './token-store'

const password = 'correct horse battery'
const day = 24 * 3_600_000

function memory() {
  const rows = new Map<string, Session>()
  const tokens = new Map<string, Token>()
  const sessions: SessionStore = {
    insert: async (session) => void rows.set(session.idHash, { ...session }),
    get: async (idHash) => rows.get(idHash),
    touch: async (idHash, now) => void Object.assign(rows.get(idHash) ?? {}, { seenAt: now }),
    remove: async (idHash) => void rows.delete(idHash),
    removeAll: async () => rows.clear(),
    async removeUnseenSince(time) {
      for (const { idHash, seenAt } of rows.values()) if (seenAt < time) rows.delete(idHash)
    },
  }
  const tokenStore: TokenStore = {
    insert: async (token, hash) => void tokens.set(hash, { ...token }),
    list: async () => [...tokens.values()],
    findByHash: async (hash) => tokens.get(hash),
    touch: async (id, now) => {
      for (const token of tokens.values()) if (token.id === id) token.usedAt = now
    },
    revoke: async () => false,
    nameOf: async () => undefined,
  }
  return { rows, sessions, tokens: tokenStore }
}

function setUp() {
  const clock = { time: 1_700_000_000_000 }
  const stores = memory()
  const open = (given: string | undefined = password) =>
    createGate({ password: given, secret: 'salt', ...stores, now: () => clock.time })
  return { clock, stores, open }
}

const withCookie = (id: string) => new Headers({ cookie: `theme=dark; ${sessionCookie(id, false)}` })

async function logIn(gate: Gate, address = '10.0.0.1'): Promise<Headers> {
  const outcome = await gate.logIn(password, address)
  if (!('sessionId' in outcome)) throw new Error(`Not let in: ${outcome.refused}`)
  return withCookie(outcome.sessionId)
}

describe('logins', () => {
  it('begin with the password alone, and what is stored lets nobody in', async () => {
    const { open, stores } = setUp()
    const gate = await open()
    for (const wrong of ['', 'correct horse', `${password} `, password.toUpperCase()])
      expect(await gate.logIn(wrong, 'a')).toEqual({ refused: 'wrong' })
    const headers = await logIn(gate)
    expect(await gate.callerOf(headers)).toMatchObject({ kind: 'session' })
    expect(await gate.callerOf(new Headers())).toEqual({ kind: 'visitor' })
    const [idHash = ''] = stores.rows.keys()
    expect(headers.get('cookie')).not.toContain(idHash)
    expect(await gate.callerOf(withCookie(idHash.slice(0, 43)))).toEqual({ kind: 'visitor' })
  })

  it('last while they are used', async () => {
    const { clock, open } = setUp()
    const gate = await open()
    const headers = await logIn(gate)
    for (const days of [29, 29, 29]) {
      clock.time += days * day
      expect(await gate.callerOf(headers)).toMatchObject({ kind: 'session' })
    }
    clock.time += 31 * day
    expect(await gate.callerOf(headers)).toEqual({ kind: 'visitor' })
  })

  it('end alone, all together, and with the password', async () => {
    const { open } = setUp()
    const gate = await open()
    const [one, other] = [await logIn(gate), await logIn(gate)]
    await gate.logOut(one)
    expect(await gate.callerOf(one)).toEqual({ kind: 'visitor' })
    expect(await gate.callerOf(other)).toMatchObject({ kind: 'session' })

    expect(await (await open()).callerOf(other)).toMatchObject({ kind: 'session' })
    expect(await (await open('another password')).callerOf(other)).toEqual({ kind: 'visitor' })

    await gate.logOutEverywhere()
    expect(await gate.callerOf(other)).toEqual({ kind: 'visitor' })
  })
})

describe('guesses', () => {
  it('must wait after a few, from one address, with the right password too', async () => {
    const { clock, open } = setUp()
    const gate = await open()
    for (let tries = 0; tries < 5; tries++)
      expect(await gate.logIn('guess', 'bad')).toEqual({ refused: 'wrong' })
    expect(await gate.logIn(password, 'bad')).toEqual({ refused: 'wait', seconds: 30 })
    await logIn(gate, 'good')
    clock.time += 30_000
    await logIn(gate, 'bad')
  })

  it('must wait from everywhere together, but not from where someone has logged in', async () => {
    const { open } = setUp()
    const gate = await open()
    await logIn(gate, 'home')
    for (let tries = 0; tries < 59; tries++) await gate.logIn('guess', `address ${tries}`)
    expect(await gate.logIn('guess', 'one more')).toEqual({ refused: 'wait', seconds: 6 })
    await logIn(gate, 'home')
  })
})

describe('tokens', () => {
  it('let in by the header of the seed pages, and count before a login', async () => {
    const { open, stores, clock } = setUp()
    const gate = await open()
    const headers = await logIn(gate)
    await stores.tokens.insert(
      { id: 't', name: 'Script', monthlyBudgetCents: 5, createdAt: 1 },
      hashOfSecret('abc'),
    )
    const caller = { kind: 'token', id: 't', name: 'Script', monthlyBudgetCents: 5 }
    for (const form of ['Bearer abc', 'bearer  abc']) {
      headers.set('authorization', form)
      expect(await gate.callerOf(headers)).toEqual(caller)
    }
    expect(await stores.tokens.list()).toMatchObject([{ usedAt: clock.time }])
    for (const form of ['Bearer abcd', 'Basic abc', 'abc', 'Bearer', hashOfSecret('abc')])
      expect(await gate.callerOf(new Headers({ authorization: form }))).toEqual({ kind: 'visitor' })
  })

  it('where there is no password, are known, and any other key is no obstacle', async () => {
    const stores = memory()
    const gate = await createGate({ password: undefined, secret: 'salt', ...stores, now: Date.now })
    await stores.tokens.insert({ id: 't', name: 'Script', createdAt: 1 }, hashOfSecret('abc'))
    const as = (key: string) =>
      gate.callerOf(new Headers({ host: '127.0.0.1:3000', authorization: `Bearer ${key}` }))
    expect(await as('abc')).toMatchObject({ kind: 'token', id: 't' })
    expect(await as('any')).toEqual({ kind: 'owner' })
    expect(await gate.logIn('', 'here')).toEqual({ refused: 'wrong' })
  })

  it('there the one on this machine is its owner, not who comes by its public name', async () => {
    const gate = await createGate({ password: undefined, secret: 'salt', ...memory(), now: Date.now })
    const kindAt = async (headers: Record<string, string>) => (await gate.callerOf(new Headers(headers))).kind
    expect(await kindAt({ host: 'localhost:3000' })).toBe('owner')
    expect(await kindAt({ host: 'diptych.example' })).toBe('visitor')
    expect(await kindAt({ host: '127.0.0.1:3000', 'x-forwarded-host': 'diptych.example' })).toBe('visitor')
    expect(await kindAt({})).toBe('visitor')
  })
})
