import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ProviderUse } from './asset-library'

/** Secret: at least 32 random bytes. `now` in epoch milliseconds. */
export interface SigningParts {
  secret: Uint8Array | string
  now: () => number
}

const hourInSeconds = 3600

/**
 * A path below PUBLIC_URL by which a provider fetches one input picture for `seconds`:
 * `/pictures/{id}?as=picture&expires={epoch seconds}&signature={base64url}`.
 */
export function signPicturePath(
  id: string,
  {
    secret,
    now,
    as = 'picture',
    seconds = hourInSeconds,
  }: SigningParts & { as?: ProviderUse; seconds?: number },
): string {
  const expires = String(Math.ceil(now() / 1000) + seconds)
  return `/pictures/${id}?as=${as}&expires=${expires}&signature=${signatureOf(secret, id, as, expires)}`
}

/** What the path lets its holder fetch; undefined for a wrong, altered or expired one (answer 404 to all alike). */
export function verifyPicturePath(
  id: string,
  query: URLSearchParams,
  { secret, now }: SigningParts,
): ProviderUse | undefined {
  const as = query.get('as')
  const expires = query.get('expires') ?? ''
  if ((as !== 'picture' && as !== 'mask') || !/^\d{1,12}$/.test(expires)) return undefined
  const given = Buffer.from(query.get('signature') ?? '')
  const right = Buffer.from(signatureOf(secret, id, as, expires))
  // In constant time: how long the comparison takes must not tell how much of a guess was right.
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return Number(expires) * 1000 > now() ? as : undefined
}

function signatureOf(secret: Uint8Array | string, id: string, as: ProviderUse, expires: string): string {
  return createHmac('sha256', secret).update(`diptych-picture\n${id}\n${as}\n${expires}`).digest('base64url')
}
