import { findModel } from '@/lib/models/registry'
import { picturesIn } from './pictures-in'
import type { Run } from './run'

/** The ids of every picture a run's input names: shared ones first, then those only one model has. */
export function picturesOfRun({ input, choices }: Run): string[] {
  const shared = [input, ...choices.flatMap(({ override }) => override ?? [])]
  const named = shared.flatMap(({ images = [], mask }) => [...images, ...(mask ? [mask] : [])])
  const own = choices.flatMap(({ modelId, values }) => {
    const model = findModel(modelId)
    return model ? picturesIn(model, values).map(({ id }) => id) : []
  })
  return [...new Set([...named, ...own])]
}
