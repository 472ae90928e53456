import type { Model, ModelValues } from '@/lib/models/model'
import type { Parameter, ParameterOf } from '@/lib/models/parameter'

export interface PictureUse {
  /** Asset id, or any reference before it is stored. */
  id: string
  use: 'image' | 'mask'
}

export function isPictureRow(parameter: Parameter): parameter is ParameterOf<'image' | 'images' | 'mask'> {
  return parameter.kind === 'image' || parameter.kind === 'images' || parameter.kind === 'mask'
}

/** The pictures a model's values name, each once, in the order of the table. */
export function picturesIn(model: Model, values: ModelValues): PictureUse[] {
  const found = new Map<string, PictureUse>()
  for (const parameter of model.parameters.filter(isPictureRow)) {
    const value = values[parameter.name]
    const ids = value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [value as string]
    for (const id of ids)
      if (!found.has(id)) found.set(id, { id, use: parameter.kind === 'mask' ? 'mask' : 'image' })
  }
  return [...found.values()]
}
