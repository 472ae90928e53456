import { isLoopbackHost } from '@/lib/access/loopback-host'
import { isForTheWorld } from '@/lib/access/public-paths'

interface Site {
  /** Whether a password is asked for. */
  isClosed: boolean
  publicUrl: string | undefined
}

/**
 * A sentence for a request that must not be answered, undefined for one that may.
 *
 * - Where there is no password, the Host header must name loopback, or a page elsewhere could rebind its own name to
 *   127.0.0.1 and read pictures by way of a person's browser. Under PUBLIC_URL only what is for the world is open.
 *   With a password any name will do: a rebound one brings no login along.
 * - A change must come from our own pages or from no page at all (curl), or any site could spend money by a form.
 */
export function refuseForeign(request: Request, { isClosed, publicUrl }: Site): string | undefined {
  const host = request.headers.get('host') ?? ''
  // A reverse proxy may write its own target into Host, and what was asked for here.
  const asked = request.headers.get('x-forwarded-host') ?? host
  const publicHost = publicUrl === undefined ? undefined : hostOf(publicUrl)
  const isForWorld = isForTheWorld(new URL(request.url).pathname)
  if (!isClosed)
    for (const name of [host, asked])
      if (!isLoopbackHost(name) && !(name === publicHost && isForWorld))
        return (
          `This server answers on loopback only, not as "${name}". Open http://127.0.0.1 with its port, or set ` +
          'ACCESS_PASSWORD to let people log in from elsewhere.'
        )
  if (
    request.method !== 'GET' &&
    request.method !== 'HEAD' &&
    !isOwnOrigin(request, [host, asked, publicHost])
  )
    return 'Changes are taken from Diptych’s own pages only.'
  return undefined
}

function isOwnOrigin(request: Request, ownHosts: (string | undefined)[]): boolean {
  const origin = request.headers.get('origin')
  if (origin !== null) return ownHosts.includes(hostOf(origin) ?? '')
  // Browsers that leave Origin out still say this; programs say neither.
  const site = request.headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}
