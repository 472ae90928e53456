import type { Model } from '@/lib/models/model'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import { providers } from '@/lib/models/providers'
import { priceLabel, usualTime } from './price-label'
import { SandboxBadge } from './sandbox-badge'

/** A model in two lines, or three with what it is good for. */
export function ModelCard(props: { model: Model; access: ProviderAccess; withSummary?: boolean }) {
  const { model, access } = props
  return (
    <span className="block min-w-0 flex-1">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{model.title}</span>
        {access.mode === 'sandbox' ? <SandboxBadge isLong={!props.withSummary} /> : null}
      </span>
      <span className="block text-xs text-muted">
        {[providers[model.provider].title, priceLabel(model), usualTime(model)].filter(Boolean).join(' · ')}
      </span>
      {props.withSummary ? <span className="mt-0.5 block text-xs">{model.summary}</span> : null}
    </span>
  )
}
