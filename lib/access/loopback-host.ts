/**
 * Whether a request was sent to this machine by this machine's own name for itself, as far as its headers tell: a
 * reverse proxy or a tunnel may write its own target into Host, and what was asked for into X-Forwarded-Host.
 */
export function isForLoopback(headers: Pick<Headers, 'get'>): boolean {
  const host = headers.get('host') ?? ''
  return [host, headers.get('x-forwarded-host') ?? host].every(isLoopbackHost)
}

/** @param host as in a Host header, with or without a port */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host)
}
