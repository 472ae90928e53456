import 'server-only'
import { randomUUID } from 'node:crypto'
import type { NewToken } from './new-token'
import { hashOfSecret, randomSecret } from './secret-text'
import type { Token, TokenStore } from './token-store'

/** More than anyone needs, fewer than make the list slow. */
const mostTokens = 200

/**
 * Makes a token and stores its hash. `secret` is what the caller of the API sends; it is nowhere else and can't be had
 * again. Undefined where there are too many already.
 */
export async function makeToken(
  tokens: TokenStore,
  wanted: NewToken,
  now: number,
): Promise<{ token: Token; secret: string } | undefined> {
  if ((await tokens.list()).length >= mostTokens) return undefined
  // The beginning lets people and scanners see what it is.
  const secret = `diptych_${randomSecret()}`
  const token = { id: randomUUID(), ...wanted, createdAt: now }
  await tokens.insert(token, hashOfSecret(secret))
  return { token, secret }
}
