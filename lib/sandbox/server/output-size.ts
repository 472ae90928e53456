import 'server-only'
import type { Model, ModelValues } from '@/lib/models/model'
import type { SizeParameter } from '@/lib/models/parameter'
import { dimensionsOf, type Dimensions } from '@/lib/models/size'

/** Longest side in pixels for words that the provider's page gives no pixels for. */
const longestSide: Record<string, number> = { small: 512, medium: 1024, large: 1536 }

/**
 * The pixels an output gets by the model's table: the size asked for, else the table's default as the provider would
 * take it, else undefined for "as the first picture".
 */
export function outputSize(
  model: Model,
  values: ModelValues,
  first: Dimensions | undefined,
): Dimensions | undefined {
  const parameter = model.parameters.find((row): row is SizeParameter => row.kind === 'size')
  const value = parameter && ((values[parameter.name] as string | undefined) ?? parameter.default)
  if (!parameter || !value) return undefined
  const exact = dimensionsOf(parameter, value)
  const longest = longestSide[value]
  if (exact || !longest) return exact
  const shape = first ?? { width: 1, height: 1 }
  const scale = longest / Math.max(shape.width, shape.height)
  return {
    width: Math.max(1, Math.round(shape.width * scale)),
    height: Math.max(1, Math.round(shape.height * scale)),
  }
}
