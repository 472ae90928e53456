'use client'
import { use } from 'react'
import { isSharedRole, type Parameter } from '@/lib/models/parameter'
import { parameterWithRole, type Model } from '@/lib/models/model'
import { ChoiceContext, useFormContextValue } from './form-context'
import { rangeText } from './range-text'

/** What a field means, its range and default, and how we read the provider's page where that is silent. */
export function FieldHelp({ parameter }: { parameter: Parameter }) {
  const { models } = useFormContextValue()
  const choice = use(ChoiceContext)
  const asked = choice === undefined ? [...new Set(models)] : models.slice(choice, choice + 1)
  const tips = parameter.role === 'prompt' ? new Set(asked.flatMap((model) => model.tips)) : []
  return (
    <div className="mb-2 space-y-1 rounded-md bg-raised px-3 py-2 text-xs">
      <p>{parameter.description}</p>
      <Ranges parameter={parameter} models={asked} />
      {parameter.role === 'prompt' ? (
        <ul className="list-disc pl-4">
          {[...tips].map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      ) : null}
      {parameter.kind === 'seed' ? (
        <p className="text-muted">
          Left on random, Diptych draws a seed at every run and stores it with the result, so that any result
          can be made again. A number here is kept for all runs until you unlock it.
        </p>
      ) : null}
      {parameter.decided ? (
        <p className="text-muted">Our reading of the provider’s page: {parameter.decided}</p>
      ) : null}
      <p className="font-mono text-muted">{parameter.name}</p>
    </div>
  )
}

/** Of a row that several models share, each one's own range, where they differ. */
function Ranges({ parameter, models }: { parameter: Parameter; models: readonly Model[] }) {
  const { role } = parameter
  const ranges = isSharedRole(role)
    ? models.flatMap((model) => {
        const row = parameterWithRole(model, role)
        return row ? [{ title: model.title, range: rangeText(row) }] : []
      })
    : []
  if (new Set(ranges.map(({ range }) => range)).size > 1)
    return (
      <ul className="text-muted">
        {ranges.map(({ title, range }) => (
          <li key={title}>
            {title}: {range}
          </li>
        ))}
      </ul>
    )
  const range = rangeText(parameter)
  return range ? <p className="text-muted">{range}</p> : null
}
