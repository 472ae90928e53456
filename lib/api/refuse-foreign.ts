/**
 * A refusal for a request that must not be answered, undefined for one that may. The server has no login yet and
 * listens on loopback only, so it must not answer a web page that got to it by way of a person's browser:
 *
 * - The Host header must name loopback, or a page elsewhere could rebind its own name to 127.0.0.1 and read pictures.
 *   Under PUBLIC_URL only signed picture links are open.
 * - A change must come from our own pages or from no page at all (curl), or any site could spend money by a form.
 */
export function refuseForeign(request: Request): Response | undefined {
  const host = request.headers.get('host') ?? ''
  const isPublic = process.env.PUBLIC_URL !== undefined && safeHost(process.env.PUBLIC_URL) === host
  if (!isLoopbackHost(host) && !(isPublic && new URL(request.url).pathname.startsWith('/pictures/')))
    return refuse(
      `This server answers on loopback only, not as "${host}". Open http://127.0.0.1 with its port.`,
    )
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnOrigin(request, host))
    return refuse('Changes are taken from Diptych’s own pages only.')
  return undefined
}

function isOwnOrigin(request: Request, host: string): boolean {
  const origin = request.headers.get('origin')
  if (origin !== null) return safeHost(origin) === host
  // Browsers that leave Origin out still say this; programs say neither.
  const site = request.headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}

function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host)
}

function safeHost(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}

function refuse(sentence: string): Response {
  return Response.json({ error: sentence, code: 'forbidden' }, { status: 403 })
}
