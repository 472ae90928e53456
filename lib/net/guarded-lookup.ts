import 'server-only'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { DownloadRefused } from './download-error'
import { isPublicAddress } from './public-address'

export interface ResolvedAddress {
  address: string
  family: 4 | 6
}
/** Every address of a host name. */
export type Resolve = (hostname: string) => Promise<ResolvedAddress[]>

export const resolveWithSystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address, family }) => ({ address, family: family as 4 | 6 }))

/**
 * A DNS lookup for `net.connect` that lets public addresses through and refuses a name with any other answer. The
 * socket connects to exactly the addresses checked here, so a name that changes its answer between a check and the
 * connection (DNS rebinding) gains nothing: there is only one question.
 *
 * @param isAllowed which addresses may be connected to
 */
export function guardedLookup(resolve: Resolve, isAllowed = isPublicAddress): LookupFunction {
  return (hostname, options, callback) => {
    const answer = async (): Promise<ResolvedAddress[]> => {
      const addresses = await resolve(hostname)
      if (addresses.length === 0)
        throw Object.assign(new Error(`No address for ${hostname}.`), { code: 'ENOTFOUND' })
      if (!addresses.every(({ address }) => isAllowed(address))) throw privateAddress(hostname)
      return addresses
    }
    answer().then(
      (addresses) => {
        if (options.all) callback(null, addresses)
        else callback(null, addresses[0]!.address, addresses[0]!.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

/** Says the name the person typed, never what it resolved to: that would map a private network for strangers. */
export function privateAddress(hostname: string): DownloadRefused {
  return new DownloadRefused(
    'private-address',
    `${hostname} is not on the public internet. Use an address that everyone can reach, or upload the file.`,
  )
}
