import 'server-only'
import type { Config } from '@/lib/config'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import { providerIds, providers, type ProviderId } from '@/lib/models/providers'
import type { Lifecycle } from '@/lib/predictions/lifecycle'
import type { Provider } from '@/lib/providers/provider'
import { createProvider } from '@/lib/providers/registry'

/** How each provider is reached: by its key, or by the sandbox where there is none. */
export function accessOf(config: Config, s3: object | undefined): Record<ProviderId, ProviderAccess> {
  const access = providerIds.map((id): [ProviderId, ProviderAccess] => {
    const mode = config.providers[id].apiKey ? 'live' : 'sandbox'
    const reachable = config.publicUrl !== undefined || s3 !== undefined
    return [
      id,
      {
        mode,
        canReceivePictures: mode === 'sandbox' || providers[id].pictures !== 'public-url' || reachable,
      },
    ]
  })
  return Object.fromEntries(access) as Record<ProviderId, ProviderAccess>
}

/** One adapter per provider and mode, made when first needed: adapters remember uploads. */
export function cachedProviders(
  config: Config,
  sandboxOrigin: () => string | undefined,
): Lifecycle['provider'] {
  const made = new Map<string, Provider>()
  return (id, mode) => {
    const name = `${mode} ${id}`
    const known = made.get(name)
    if (known) return known
    const { apiKey = '', baseUrl } = config.providers[id]
    const settings =
      mode === 'live' ? { apiKey, baseUrl } : { apiKey: 'sandbox', baseUrl: `${sandboxOrigin()}/${id}` }
    const provider = createProvider(id, settings)
    made.set(name, provider)
    return provider
  }
}
