import { formatCents } from '@/lib/models/format-cents'
import { labelOf, type Parameter } from '@/lib/models/parameter'
import { findModel } from '@/lib/models/registry'
import type { Prediction } from '@/lib/predictions/prediction'
import { viewPrediction } from '@/lib/predictions/view'
import type { ShareChoices } from './share'

/** A row of what is told of a result. */
export interface SharedFact {
  name: string
  value: string
}

/** What is told of a result beside its pictures. */
export function factsOf(
  prediction: Prediction,
  choices: ShareChoices,
  name: string,
  instruction: string | null,
): SharedFact[] {
  const view = viewPrediction(prediction, '')
  const rows = (findModel(prediction.modelId)?.parameters ?? []).filter((row) => isTold(row, choices))
  const parameters = rows.flatMap((row): SharedFact[] => {
    const value = prediction.values[row.name]
    // The instruction of the page itself is not said again.
    if (value === undefined || (row.role === 'prompt' && value === instruction)) return []
    return [{ name: row.role === 'prompt' ? 'Instruction' : labelOf(row), value: textOf(value) }]
  })
  return [
    ...(choices.modelNames
      ? [
          { name: 'Model', value: name },
          { name: 'Provider', value: view.provider },
        ]
      : []),
    ...parameters,
    ...(choices.cost ? [{ name: 'Cost', value: costText(view) }] : []),
  ]
}

/** Texts are words of the person's own, whatever a provider calls them. */
export function isTold({ kind, role }: Parameter, { instruction, parameters }: ShareChoices): boolean {
  if (kind === 'image' || kind === 'images' || kind === 'mask') return false
  if (role === 'prompt') return instruction
  // These shape our API's answers and tell nothing of the picture.
  if (role === 'sync' || role === 'base64') return false
  return parameters && (kind !== 'text' || instruction)
}

interface Labelled {
  name: string
  label: string
  facts: readonly SharedFact[]
}

/** Tells results of the same name apart: by what is told of them and differs, else by number. */
export function labelResults<R extends Labelled>(results: readonly R[]): R[] {
  const labels = results.map((result) => {
    const twins = results.filter(({ name }) => name === result.name)
    const differing = result.facts.filter((fact) =>
      twins.some(({ facts }) => facts.find(({ name }) => name === fact.name)?.value !== fact.value),
    )
    const told = differing.filter(({ name }) => name !== 'Cost')
    return [result.name, ...told.map(wordsOf)].join(', ')
  })
  return results.map((result, index) => {
    const label = labels[index] ?? result.name
    if (labels.filter((one) => one === label).length === 1) return { ...result, label }
    return {
      ...result,
      label: `${label} ${labels.slice(0, index + 1).filter((one) => one === label).length}`,
    }
  })
}

function wordsOf({ name, value }: SharedFact): string {
  return name === 'Instruction' ? `“${value}”` : `${name.charAt(0).toLowerCase()}${name.slice(1)} ${value}`
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value)
}

function costText({ sandbox, costCents, costReported }: ReturnType<typeof viewPrediction>): string {
  if (sandbox) return 'free (sandbox)'
  if (costCents === null) return 'not told'
  return `${formatCents(costCents)}${costReported ? '' : ' by price list'}`
}
