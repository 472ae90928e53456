import { findModel } from '@/lib/models/registry'
import { dimensionsOf, resolveEmptySize, type Dimensions } from '@/lib/models/size'
import type { PredictionView } from '@/lib/predictions/view'

/**
 * The pixels the answer should have, where that was said; undefined where any size is right.
 *
 * @param input pixels of the first input picture
 */
export function requestedSize(
  { modelId, input: values, composition }: Pick<PredictionView, 'modelId' | 'input' | 'composition'>,
  input: Dimensions | undefined,
): Dimensions | undefined {
  // Whatever part of it the model got, the picture comes back in its own size.
  if (composition) return composition.reframe.picture
  const row = findModel(modelId)?.parameters.find((parameter) => parameter.kind === 'size')
  if (row?.kind !== 'size') return undefined
  const sent = (values[row.name] as string | undefined) ?? resolveEmptySize(row, input)
  if (sent !== undefined) return dimensionsOf(row, sent)
  return row.whenEmpty === 'omit' && !('options' in row) ? input : undefined
}
