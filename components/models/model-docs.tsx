import type { Model } from '@/lib/models/model'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import { labelOf, type Parameter } from '@/lib/models/parameter'
import { providers } from '@/lib/models/providers'
import { rangeText } from '@/components/parameter-form/range-text'
import { priceLabel } from '@/components/parameter-form/run/price-label'

/** One model's page of documentation. */
export function ModelDocs({ model, access }: { model: Model; access: ProviderAccess }) {
  return (
    <section aria-labelledby={model.id} className="overflow-hidden rounded-lg border border-line bg-panel">
      <header className="grid gap-1 border-b border-line p-4">
        <h2 id={model.id} className="text-base font-semibold">
          {model.title}
        </h2>
        <p className="text-sm text-muted">
          {providers[model.provider].title} · <code className="font-mono">{model.id}</code> ·{' '}
          {priceLabel(model)}
          {model.usualSeconds && ` · usually ${model.usualSeconds.join(' to ')} s`}
          {access.mode === 'sandbox' &&
            ` · no ${providers[model.provider].keyVariable} set: runs on the local sandbox`}
        </p>
        <p className="max-w-prose">{model.description}</p>
        <Notes title="Tips" notes={model.tips} />
        <Notes title="Decided where the page is silent" notes={model.decisions} />
      </header>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={`Parameters of ${model.title}`}>
        <table className="w-full min-w-2xl text-left text-sm">
          <thead className="text-xs text-muted">
            <tr>
              {['Parameter', 'Range and default', 'Description'].map((heading) => (
                <th key={heading} scope="col" className="px-4 py-2 font-medium">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {model.parameters.map((parameter) => (
              <ParameterRow key={parameter.name} parameter={parameter} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ParameterRow({ parameter }: { parameter: Parameter }) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="px-4 py-2 font-normal">
        <code className="font-mono text-xs">{parameter.name}</code>
        <span className="block text-xs text-muted">
          {labelOf(parameter)}
          {parameter.required ? ', required' : ''}
        </span>
      </th>
      <td className="px-4 py-2">{rangeText(parameter)}</td>
      <td className="max-w-md px-4 py-2">
        {parameter.description}
        {parameter.decided && <span className="mt-1 block text-xs text-muted">{parameter.decided}</span>}
      </td>
    </tr>
  )
}

function Notes({ title, notes }: { title: string; notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <div className="mt-2 max-w-prose">
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      <ul className="list-disc pl-5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  )
}
