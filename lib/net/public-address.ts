import 'server-only'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address (without brackets) is a public unicast one, to which a URL that a stranger gave may lead us.
 * Everything that is not certainly public is not: private, loopback, link-local (cloud metadata), shared, multicast,
 * documentation and reserved ranges, tunnels (6to4, Teredo), and anything that is no address at all.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'

  const embedded = embeddedIpv4(parsed)
  if (embedded) return embedded.range() === 'unicast'
  return parsed.range() === 'unicast' && parsed.match(globalUnicast)
}

/** All that is handed out; without this the old IPv4-compatible form, such as ::7f00:1, would count as unicast. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** IPv6-only networks reach IPv4 hosts under this prefix, so it must not be refused as a whole. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** The IPv4 address that an IPv6 address stands for, where packets really go to that one. */
function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  if (address.match(nat64)) return new ipaddr.IPv4(address.toByteArray().slice(12))
  return undefined
}
