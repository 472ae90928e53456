import 'server-only'
import type { Caller } from './caller'
import { clientAddress } from './client-address'
import { createRateLimit, type RateLimit } from './rate-limit'

/** Kinds of requests by what they cost us. */
type Kind = 'submit' | 'upload' | 'other' | 'public'

/** Far above what a person does: they end what runs wild. In a minute in the long run, and at once. */
const limits: Record<Kind, { perMinute: number; burst: number }> = {
  submit: { perMinute: 120, burst: 120 },
  upload: { perMinute: 300, burst: 600 },
  // A library of thousands of pictures is scrolled through.
  other: { perMinute: 6000, burst: 6000 },
  // Whoever is not let in: shared pages with their pictures, and all that is refused.
  public: { perMinute: 600, burst: 600 },
}

export interface RequestLimits {
  /** Returns 0, or in how many seconds the caller may ask again. */
  take(request: Request, caller: Caller): number
}

/**
 * How often one login, token or address may ask. Not the one person on loopback where there is no password: nobody
 * else is there.
 */
export function createRequestLimits(now: () => number): RequestLimits {
  const byKind = Object.fromEntries(
    Object.entries(limits).map(([kind, limit]) => [kind, createRateLimit(limit, now)]),
  ) as Record<Kind, RateLimit>
  return {
    take(request, caller) {
      if (caller.kind === 'owner') return 0
      const key = `${caller.kind} ${whoIs(caller) ?? clientAddress(request.headers)}`
      return byKind[caller.kind === 'visitor' ? 'public' : kindOf(request)].take(key)
    },
  }
}

function whoIs(caller: Caller): string | undefined {
  return caller.kind === 'session' ? caller.idHash : caller.kind === 'token' ? caller.id : undefined
}

function kindOf(request: Request): Kind {
  if (request.method !== 'POST') return 'other'
  const { pathname } = new URL(request.url)
  if (pathname === '/api/v1/uploads' || pathname.endsWith('/prepare')) return 'upload'
  // A POST to a page is a server action.
  const isSubmit = /\/generate$|^\/api\/v3\//.test(pathname) || !/^\/(api|v1)\//.test(pathname)
  return isSubmit ? 'submit' : 'other'
}
