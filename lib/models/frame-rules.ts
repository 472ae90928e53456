import type { Model, ModelValues } from './model'
import type { SizeParameter } from './parameter'
import { dimensionsOf, type Dimensions } from './size'
import type { FrameRules } from './plan-reframe'

/** Diffusion models work in latents of 8 × 8 pixels, patched two by two. */
const latentPatch = 16
/** Beyond this every provider here scales down by itself, by a rule it does not tell. */
const usefulSide = 2048

/** In what frames a model can be given a picture; a size that was chosen is the only one. */
export function frameRules(model: Model, values: ModelValues): FrameRules {
  const free = { multipleOf: latentPatch, mostSide: usefulSide }
  const row = sizeRow(model)
  if (!row) return free
  const chosen = values[row.name]
  const size = typeof chosen === 'string' ? dimensionsOf(row, chosen) : undefined
  if (size) return { ...free, shapes: [size] }
  if (!('options' in row)) return { ...free, mostSide: Math.min(usefulSide, row.max) }
  const shapes = row.whenEmpty === 'nearest' ? row.options.flatMap(withPixels) : []
  return shapes.length > 0 ? { ...free, shapes } : free
}

/** The size value that asks a model for these pixels; undefined where it follows the picture or was told already. */
export function sizeValue(model: Model, sent: Dimensions): { name: string; value: string } | undefined {
  const row = sizeRow(model)
  if (!row || !('options' in row)) return undefined
  const option = row.options.find(({ width, height }) => width === sent.width && height === sent.height)
  return option && { name: row.name, value: option.value }
}

function sizeRow(model: Model): SizeParameter | undefined {
  const row = model.parameters.find((parameter) => parameter.kind === 'size')
  return row?.kind === 'size' ? row : undefined
}

function withPixels({ width, height }: Partial<Dimensions>): Dimensions[] {
  return width && height ? [{ width, height }] : []
}
