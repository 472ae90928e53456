import type { Frame } from './frame'
import { commonFrame, placeFrame, unitBox } from './place-frames'
import type { Region } from './frame-picture'
import { useDevicePixelRatio } from './use-device-pixel-ratio'
import { useZoomPan, type ZoomPan } from './use-zoom-pan'
import { screenBox, type ScreenBox } from './zoom-pan'

/** What every layout draws from: the frames shown, under one zoom and pan. */
export interface Scene {
  /** Absent where there is nothing to compare with, as for a picture made from text alone. */
  before?: Frame
  after: Frame
  zoom: ZoomPan
  fullscreen: boolean
  boxOf: (frame: Frame) => ScreenBox
  /** The part of a pane that holds pictures. */
  region: Region
}

/** The scene of two frames, or of one. All boxes are in relation to the before picture, or to the only one. */
export function useScene(before: Frame | undefined, after: Frame, fullscreen: boolean): Scene {
  const pixelRatio = useDevicePixelRatio()
  const reference = before ?? after
  const afterBox = placeFrame(reference, after).box
  const common = commonFrame(unitBox(reference), afterBox)
  // 100 % is one pixel of the after picture on one pixel of the screen, so that nothing is resampled.
  const zoom = useZoomPan(common, after.width / afterBox.width / pixelRatio)
  const whole = screenBox(common, zoom.shown, zoom.pane, pixelRatio)
  return {
    before,
    after,
    zoom,
    fullscreen,
    boxOf: (frame) => screenBox(placeFrame(reference, frame).box, zoom.shown, zoom.pane, pixelRatio),
    region: {
      left: Math.max(0, whole.left),
      right: Math.max(0, zoom.pane.width - whole.left - whole.width),
    },
  }
}

/**
 * Style of a pane, known before any picture has loaded so that nothing jumps: as wide as there is room, in the shape of
 * the before picture (which stays the same when another output is chosen).
 */
export function paneStyle({ before, after, fullscreen }: Scene): { aspectRatio?: string } {
  const { width, height } = before ?? after
  return fullscreen ? {} : { aspectRatio: `${width} / ${height}` }
}
