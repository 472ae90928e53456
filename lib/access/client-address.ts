import 'server-only'
import diagnostics from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/** Set by this server on each request, never taken from outside. */
const addressHeader = 'x-diptych-address'

/**
 * From now on writes the caller's address into each request before Next sees it, and takes away what the caller only
 * claims: a route has no way to the socket, and Next believes any X-Forwarded-For.
 * @param trustedProxies how many reverse proxies of ours each request passes; 0 for none
 */
export function markClientAddresses(trustedProxies: number): void {
  diagnostics.subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const { headers, socket } = request
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
    const told = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined
    headers[addressHeader] = addressGroup(told || socket.remoteAddress || '')
    if (trustedProxies > 0) return
    delete headers['x-forwarded-for']
    delete headers['x-forwarded-proto']
  })
}

/** What limits are counted on; the same for all who can't be told apart. */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  return headers.get(addressHeader) ?? 'unknown'
}

/** An address, or for IPv6 its /64: one person has all the addresses of it. */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')
}
