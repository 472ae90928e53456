'use client'
import type { Parameter } from '@/lib/models/parameter'
import { useFormContextValue } from './form-context'
import { rangeText } from './range-text'

/** What a field means, its range and default, and how we read the provider's page where that is silent. */
export function FieldHelp({ parameter }: { parameter: Parameter }) {
  const { model } = useFormContextValue()
  const range = rangeText(parameter)
  return (
    <div className="mb-2 space-y-1 rounded-md bg-raised px-3 py-2 text-xs">
      <p>{parameter.description}</p>
      {range ? <p className="text-muted">{range}</p> : null}
      {parameter.role === 'prompt' ? (
        <ul className="list-disc pl-4">
          {model.tips.map((tip) => (
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
