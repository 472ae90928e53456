import 'server-only'
import type { Asset } from '@/lib/assets/asset'
import { findModel } from '@/lib/models/registry'
import { inputOf, type ModelChoice, type RunInput } from '@/lib/models/run-input'
import { cellsOf, type Axis, type RunPlan } from '@/lib/models/run-plan'
import type { Share, ShareChoices } from './share'
import { isTold } from './shared-facts'
import type { SharedSource } from './shared-view'

/**
 * What of a shared run or prediction may go into somebody's form: as much as its page shows, and no more. Without a
 * choice of models where their names are hidden. Masks are on no page, and so not in here.
 */
export function remixPlan(
  { choices: shown, predictionId }: Pick<Share, 'choices' | 'predictionId'>,
  { run, predictions, pictures }: SharedSource,
): { plan: RunPlan; pictures: Asset[] } {
  const { input, choices, axes } = planOf(run, predictions.find(({ id }) => id === predictionId)?.position)
  const told = axes?.filter((axis) => isAxisTold(axis, shown)).map(({ names: _files, ...axis }) => axis)
  const plan: RunPlan = {
    input: { images: [], ...toldInput(input, shown) },
    choices: shown.modelNames ? choices.map((choice) => toldChoice(choice, shown)) : [],
    ...(told && told.length > 0 && { axes: told }),
  }
  const ids = JSON.stringify(plan)
  return { plan, pictures: [...pictures.values()].filter(({ id }) => ids.includes(id)) }
}

/** Of one prediction a plan of its own, with what was varied put in. */
function planOf(run: RunPlan, position: number | undefined): RunPlan {
  const cell = position === undefined ? undefined : cellsOf(run)[position]
  if (!cell) return run
  const { modelId, values } = cell.request
  return { input: inputOf(run.input, cell.request), choices: [{ modelId, values }] }
}

function toldInput(input: Partial<RunInput>, shown: ShareChoices): Partial<RunInput> {
  return {
    ...(shown.instruction && input.prompt !== undefined && { prompt: input.prompt }),
    ...(shown.inputPicture && input.images && { images: input.images }),
    ...(shown.parameters && input.seed !== undefined && { seed: input.seed }),
  }
}

function toldChoice({ modelId, values, override }: ModelChoice, shown: ShareChoices): ModelChoice {
  const rows = findModel(modelId)?.parameters ?? []
  const told = Object.entries(values).filter(([name]) =>
    rows.some((row) => row.name === name && isTold(row, shown)),
  )
  return {
    modelId,
    values: Object.fromEntries(told),
    ...(override && { override: toldInput(override, shown) }),
  }
}

function isAxisTold({ parameter, paired }: Axis, shown: ShareChoices): boolean {
  const isShown = (name: string) => {
    if (name === 'images') return shown.inputPicture
    if (name === 'prompt') return shown.instruction
    // The others are names of some model's own.
    return shown.parameters && (name === 'seed' || shown.modelNames)
  }
  return isShown(parameter) && (!paired || isShown(paired.parameter))
}
