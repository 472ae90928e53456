import type { ProviderAccess } from '@/lib/models/pre-flight'
import type { Model } from '@/lib/models/model'
import { providers } from '@/lib/models/providers'

/** A model as `GET /api/v1/models` tells it: its table, price and how it is reached on this server. */
export function describeModel(model: Model, access: ProviderAccess) {
  const { id, title, summary, description, price, parameters } = model
  return {
    id,
    name: title,
    provider: providers[model.provider].title,
    mode: access.mode,
    summary,
    description,
    priceCents: price.cents,
    pricePer: price.per,
    estimatedTime: estimatedTime(model),
    parameters,
  }
}

/** As the seed pages write it: "60-120s", or words. */
export function estimatedTime({ usualSeconds }: Model): string {
  return usualSeconds ? `${usualSeconds[0]}-${usualSeconds[1]}s` : 'Variable, depending on task'
}
