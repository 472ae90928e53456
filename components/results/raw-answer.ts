import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'

/** The model's own answer, where the result of this number is made of it by putting it back into the original. */
export function rawAnswer(
  { assets, rawAssets }: Pick<PredictionView, 'assets' | 'rawAssets'>,
  index: number,
): Asset | undefined {
  const raw = rawAssets[index]
  // One that could not be put back is the result itself.
  return raw?.id === assets[index]?.id ? undefined : raw
}

/** Whether a result is the original but for what was put in inside the mask. */
export function isKeptOutside(
  prediction: Pick<PredictionView, 'assets' | 'rawAssets' | 'composition'>,
  index: number,
): boolean {
  return prediction.composition?.mask !== undefined && rawAnswer(prediction, index) !== undefined
}

/** Where a result was put back, and of what part of the original the model's answer is made; undefined for others. */
export function putBackText(
  prediction: Pick<PredictionView, 'assets' | 'rawAssets' | 'composition'>,
  index: number,
): string | undefined {
  const { composition } = prediction
  if (!composition || !rawAnswer(prediction, index)) return undefined
  const { picture, region, sent } = composition.reframe
  const part = {
    width: Math.min(region.width, picture.width),
    height: Math.min(region.height, picture.height),
  }
  const [whole, cut, got] = [picture, part, sent].map(({ width, height }) => `${width} × ${height}`)
  const from = cut === whole ? 'all of it' : `${cut} of ${whole}`
  const size = got === cut ? '' : `, as ${got}`
  return (
    `Put back into the original${isKeptOutside(prediction, index) ? ' (kept outside the mask)' : ''}. ` +
    `The model got ${from}${size}.`
  )
}
