import 'server-only'
import type { ProviderId } from '@/lib/models/providers'
import { createByteCompute } from './bytecompute'
import type { Provider } from './provider'
import type { ProviderOptions } from './provider-options'
import { createVibeDream } from './vibedream'
import { createWaveSpeed } from './wavespeed'

/** A new provider is one file and one line here (and what people must know of it in `lib/models/providers.ts`). */
const factories: Record<ProviderId, (options: ProviderOptions) => Provider> = {
  vibedream: createVibeDream,
  wavespeed: createWaveSpeed,
  bytecompute: createByteCompute,
}

/** Make it once and keep it: an adapter may remember what it has uploaded. */
export function createProvider(id: ProviderId, options: ProviderOptions): Provider {
  return factories[id](options)
}
