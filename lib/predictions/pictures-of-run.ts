import { batchAxis } from '@/lib/models/batch'
import { findModel } from '@/lib/models/registry'
import { picturesIn, type PictureUse } from './pictures-in'
import type { Run } from './run'

/** Every picture a run's input names, each once: those of a batch first, then shared ones, then those only one model has. */
export function pictureUsesOfRun({
  input,
  choices,
  axes,
}: Pick<Run, 'input' | 'choices' | 'axes'>): PictureUse[] {
  const shared = [input, ...choices.flatMap(({ override }) => override ?? [])]
  const named = shared.flatMap(({ images = [], mask }): PictureUse[] => [
    ...images.map((id) => ({ id, use: 'image' as const })),
    ...(mask ? [{ id: mask, use: 'mask' as const }] : []),
  ])
  const batch = (batchAxis({ axes })?.values ?? []).map((id) => ({ id: String(id), use: 'image' as const }))
  const own = choices.flatMap(({ modelId, values }) => {
    const model = findModel(modelId)
    return model ? picturesIn(model, values) : []
  })
  const uses = new Map<string, PictureUse>()
  for (const use of [...batch, ...named, ...own]) if (!uses.has(use.id)) uses.set(use.id, use)
  return [...uses.values()]
}

/** Their ids. */
export function picturesOfRun(run: Pick<Run, 'input' | 'choices' | 'axes'>): string[] {
  return pictureUsesOfRun(run).map(({ id }) => id)
}
