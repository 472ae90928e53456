import type { Preset } from '@/lib/presets/preset'
import { findModel } from '@/lib/models/registry'
import type { ModelValues } from '@/lib/models/model'
import { choiceTitles } from '../choices/choice-titles'
import {
  mostAxes,
  mostSamples,
  withoutEmpty,
  type FormChoice,
  type PlaygroundValues,
} from '../playground-values'

/** What a preset keeps of the form: everything but the pictures, their masks and what hangs on them. */
export function presetOf(name: string, { input, choices, sweep }: PlaygroundValues): Preset {
  return {
    name: name.trim(),
    input: kept(input),
    choices: choices.map(({ modelId, values, override }) => {
      const own = kept(override ?? {})
      return {
        modelId,
        values: plainValues(values),
        ...(Object.keys(own).length > 0 && { override: own }),
      }
    }),
    sweep: {
      samples: sweep.samples,
      axes: sweep.axes.map(({ parameter, text, values }) => ({
        parameter,
        ...(text !== undefined && { text }),
        ...(values !== undefined && { values }),
      })),
    },
  }
}

type SomeInput = { prompt?: string | null; seed?: number | null; keepOutside?: boolean | null }

function kept({ prompt, seed, keepOutside }: SomeInput): Preset['input'] {
  return {
    ...(typeof prompt === 'string' && { prompt }),
    ...(typeof seed === 'number' && { seed }),
    ...(typeof keepOutside === 'boolean' && { keepOutside }),
  }
}

/** Lists are pictures; everything else of a model's own is a plain value. */
function plainValues(values: ModelValues): Preset['choices'][number]['values'] {
  const plain: Preset['choices'][number]['values'] = {}
  for (const [name, value] of Object.entries(withoutEmpty(values)))
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      plain[name] = value
  return plain
}

/** The form with a preset put in: pictures and masks stay. What this version doesn't know is left out and named. */
export function withPreset(
  { name: _name, input, choices, sweep }: Preset,
  now: PlaygroundValues,
): { values: PlaygroundValues; unknown: string[] } {
  const known = choices.filter(({ modelId }) => findModel(modelId))
  const unknown = choices.filter(({ modelId }) => !findModel(modelId)).map(({ modelId }) => modelId)
  const { images } = now.input
  return {
    values: {
      ...now,
      input: { images, prompt: input.prompt, seed: input.seed, keepOutside: input.keepOutside },
      choices: known.length > 0 ? known.map((choice): FormChoice => ({ ...choice })) : now.choices,
      sweep: { samples: Math.min(sweep.samples, mostSamples), axes: sweep.axes.slice(0, mostAxes) },
    },
    unknown,
  }
}

/** "FLUX.1 Dev, FLUX.2 [pro] Edit · 3 samples · strength swept" */
export function presetSummary({ choices, sweep }: Preset): string {
  const titles = choiceTitles(
    choices.filter(({ modelId }) => findModel(modelId)).map((choice) => ({ ...choice })),
  )
  const models = titles.length > 2 ? `${titles.length} models` : titles.join(', ')
  const swept = sweep.axes.map(({ parameter }) => parameter.replaceAll('_', ' '))
  return [
    models || 'models that are gone',
    sweep.samples > 1 ? `${sweep.samples} samples` : '',
    swept.length > 0 ? `${swept.join(' × ')} swept` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
