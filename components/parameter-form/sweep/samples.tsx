'use client'
import { useId } from 'react'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import { takersOf } from '@/lib/models/shared-rows'
import { listed } from '../field-problems'
import { useFormContextValue } from '../form-context'
import { mostSamples } from '../playground-values'

interface SamplesProps {
  samples: number
  seedsAreSwept: boolean
  onChange: (samples: number) => void
}

/** How often each model makes the same thing, each time with another seed. */
export function Samples({ samples, seedsAreSwept, onChange }: SamplesProps) {
  const { models } = useFormContextValue()
  const id = useId()
  const { others } = takersOf(models, 'seed')
  return (
    <div data-field="sweep.samples">
      <div className="flex items-center gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          Samples of each model
        </label>
        <select
          id={id}
          className={classNames(controlClass, 'ml-auto h-9 w-20 tabular-nums')}
          value={seedsAreSwept ? 1 : samples}
          disabled={seedsAreSwept}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(Number(event.target.value))}
        >
          {Array.from({ length: mostSamples }, (_, index) => (
            <option key={index}>{index + 1}</option>
          ))}
        </select>
      </div>
      <p id={`${id}-note`} className="mt-1 text-xs text-muted">
        {seedsAreSwept
          ? 'Seeds are swept below: each of them is a sample.'
          : 'Each with its own seed: the one above, or a drawn one, and those after it. All models get the same.'}
        {samples > 1 && others.length > 0
          ? ` ${listed(others.map(({ title }) => title))} ${others.length === 1 ? 'takes' : 'take'} no seed: samples differ by chance.`
          : ''}
      </p>
    </div>
  )
}
