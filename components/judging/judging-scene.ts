import type { Asset } from '@/lib/assets/asset'
import type { PredictionView } from '@/lib/predictions/view'
import type { RoundPair } from '@/lib/judging/pairs'
import type { Frame } from '@/components/viewer/frame'
import type { Region } from '@/components/viewer/frame-picture'
import { commonFrame, placeFrame } from '@/components/viewer/place-frames'
import { useDevicePixelRatio } from '@/components/viewer/use-device-pixel-ratio'
import { useZoomPan, type ZoomPan } from '@/components/viewer/use-zoom-pan'
import { screenBox, type ScreenBox } from '@/components/viewer/zoom-pan'

export interface JudgingScene {
  /** The input, where there is one, then A and B. */
  frames: Frame[]
  zoom: ZoomPan
  boxOf(frame: Frame): ScreenBox
  region: Region
}

/** The pictures of a pair under names that tell nothing. Only a prediction's first picture is judged. */
export function framesOf(
  { first, second, input }: RoundPair<PredictionView>,
  pictures: Asset[],
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

/** All pictures under one zoom and pan, laid over each other as the viewer does it. */
export function useJudgingScene(frames: Frame[]): JudgingScene {
  const pixelRatio = useDevicePixelRatio()
  const [reference, ...others] = frames
  if (!reference) throw new Error('There is nothing to judge without pictures.')
  const place = (frame: Frame) => placeFrame(reference, frame).box
  const common = others.map(place).reduce(commonFrame, place(reference))
  const first = frames.find(({ id }) => id === 'a') ?? reference
  const zoom = useZoomPan(common, first.width / place(first).width / pixelRatio)
  const whole = screenBox(common, zoom.shown, zoom.pane, pixelRatio)
  return {
    frames,
    zoom,
    boxOf: (frame) => screenBox(place(frame), zoom.shown, zoom.pane, pixelRatio),
    region: {
      left: Math.max(0, whole.left),
      right: Math.max(0, zoom.pane.width - whole.left - whole.width),
    },
  }
}
