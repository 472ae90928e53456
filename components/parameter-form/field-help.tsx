'use client'
import { Fragment, use } from 'react'
import { isSharedRole, type Parameter } from '@/lib/models/parameter'
import { parameterWithRole, type Model } from '@/lib/models/model'
import { ChoiceContext, useFormContextValue } from './form-context'
import { rangeText } from './range-text'

/** What a field means, its range and default, and how we read the provider's page where that is silent. */
export function FieldHelp({ parameter }: { parameter: Parameter }) {
  const { models } = useFormContextValue()
  const choice = use(ChoiceContext)
  const asked = choice === undefined ? [...new Set(models)] : models.slice(choice, choice + 1)
  return (
    <div className="mb-2 space-y-1 rounded-md bg-raised px-3 py-2 text-xs">
      <p>{parameter.description}</p>
      <Ranges parameter={parameter} models={asked} />
      {parameter.role === 'prompt' ? <Tips models={asked} /> : null}
      {parameter.role === 'prompt' ? (
        <ul className="list-disc pl-4">
          <li>Type @ to name a picture: its number follows when the order changes.</li>
          <li>FLUX.2 [pro] takes exact colours, like #1E6FD9: “Colour” puts one in.</li>
          <li>Alt+↑ brings back earlier instructions, one after the other; Alt+↓ goes forward again.</li>
        </ul>
      ) : null}
      {parameter.kind === 'mask' ? (
        <p className="text-muted">
          To keep everything outside the mask, Diptych cuts out the part around it with some of what surrounds
          it, and sends only that. The answer is aligned with the picture, since models shift what they should
          leave alone, and put back with a soft edge inside the mask. Outside, every pixel stays the same bit
          for bit. The model’s own answer is kept beside the result. A mask stays with its picture: it counts
          while that is image 1.
        </p>
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

/** What each model's own page advises; of several, under their names, since what helps one may mislead another. */
function Tips({ models }: { models: readonly Model[] }) {
  return models.map(({ id, title, tips }) => (
    <Fragment key={id}>
      {models.length > 1 ? <p className="font-medium">{title}</p> : null}
      <ul className="list-disc pl-4">
        {tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </Fragment>
  ))
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
