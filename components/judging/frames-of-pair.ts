import type { Asset } from '@/lib/assets/asset'
import type { BoardPrediction, RoundPair } from '@/lib/judging/pairs'
import type { Frame } from '@/components/viewer/frame'

export type PictureSize = Pick<Asset, 'id' | 'width' | 'height'>

/** A result as far as it is judged; a page's views fit. */
export interface JudgedResult extends BoardPrediction {
  assets: readonly PictureSize[]
}

/**
 * The pictures of a pair under names that tell nothing: the input, where there is one, then A and B. Only a prediction's
 * first picture is judged.
 */
export function framesOfPair(
  { first, second, input }: RoundPair<JudgedResult>,
  pictures: readonly PictureSize[],
  inputIndex: number,
): Frame[] {
  const inputs = input.images.flatMap((id) => pictures.find((picture) => picture.id === id) ?? [])
  const shown = [
    { asset: inputs[inputIndex] ?? inputs[0], id: 'input', label: 'Input', alt: 'Input picture' },
    { asset: first.assets[0], id: 'a', label: 'A', alt: 'Picture A' },
    { asset: second.assets[0], id: 'b', label: 'B', alt: 'Picture B' },
  ]
  return shown.flatMap(({ asset, ...names }) =>
    asset ? [{ ...names, assetId: asset.id, width: asset.width, height: asset.height }] : [],
  )
}
