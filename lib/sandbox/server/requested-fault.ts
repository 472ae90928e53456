import 'server-only'
import type { IncomingMessage } from 'node:http'
import type { ProviderId } from '@/lib/models/providers'
import { infoOf, parseFault, type Fault } from './faults'
import { Refusal } from './refusal'

/** The fault that the request itself asks for. Throws a `Refusal` where there is none such for this provider. */
export function requestedFault(request: IncomingMessage, provider: ProviderId): Fault | undefined {
  const header = request.headers['x-sandbox-fault']
  if (typeof header !== 'string') return undefined
  try {
    const fault = parseFault(header)
    const only = infoOf(fault).providers
    if (only && !only.includes(provider))
      throw new Error(`The fault "${fault.name}" is only for ${only.join(' and ')}.`)
    return fault
  } catch (error) {
    throw new Refusal(400, `x-sandbox-fault: ${(error as Error).message}`)
  }
}
