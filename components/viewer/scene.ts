import { useLayoutEffect, useMemo, useState } from 'react'
import type { Frame } from './frame'
import type { LensPower } from './lens-place'
import { liveValue, type LiveValue } from './live-value'
import { commonFrame, placeFrame, worldBox } from './place-frames'
import { useDevicePixelRatio } from './use-device-pixel-ratio'
import { createZoom, type Zoom } from './zoom'
import { screenBox, type Point, type ScreenBox, type WorldBox } from './zoom-pan'

/** The place that crosshair and loupe look at, in the world of zoom-pan.ts. */
export interface Probe extends Point {
  /** Under a finger, which hides what it points at. */
  touched: boolean
}

/** What every layout draws from: the frames under one zoom, pan and crosshair. It stays the same while they move. */
export interface Scene {
  zoom: Zoom
  /** The picture in relation to which all others are placed. */
  reference: Frame
  pixelRatio: number
  /** Where the divider stands, in percent of the visible part of the pictures, from the left. */
  divider: LiveValue<number>
  probe: LiveValue<Probe | undefined>
  /** Columns of the grid, for the keys that walk up and down. */
  columns: LiveValue<number>
  /** How much a loupe enlarges. */
  power: LiveValue<LensPower>
  worldBoxOf(this: void, frame: Frame): WorldBox
  /** Where a frame is drawn on a pane. */
  boxOf(this: void, frame: Frame): ScreenBox
}

/** The scene of the frames that a layout shows. `after` decides what 100 % means: its pixels on the screen's, so that nothing is resampled. */
export function useScene(frames: readonly Frame[], reference: Frame, after: Frame, aligned: boolean): Scene {
  const pixelRatio = useDevicePixelRatio()
  const [zoom] = useState(createZoom)
  const [divider] = useState(() => liveValue(50))
  const [probe] = useState(() => liveValue<Probe | undefined>(undefined))
  const [power] = useState(() => liveValue<LensPower>(4))
  const [columns] = useState(() => liveValue(1))

  // Not of the aligned boxes: the pictures must not change their size because one was moved by a few pixels.
  const common = commonFrame(frames.map((frame) => placeFrame(reference, frame).box))
  const actual = after.width / placeFrame(reference, after).box.width / pixelRatio
  useLayoutEffect(() => zoom.limit(common, actual))

  return useMemo(() => {
    const worldBoxOf = (frame: Frame) => worldBox(reference, frame, aligned)
    return {
      zoom,
      reference,
      pixelRatio,
      divider,
      probe,
      power,
      columns,
      worldBoxOf,
      boxOf: (frame) => screenBox(worldBoxOf(frame), zoom.shown(), zoom.pane(), pixelRatio),
    }
  }, [zoom, reference, aligned, pixelRatio, divider, probe, power, columns])
}

/** How much of a pane is free left and right of the pictures, in CSS pixels. */
export function regionOf({ zoom, pixelRatio }: Scene): { left: number; right: number } {
  const pane = zoom.pane()
  const whole = screenBox({ x: 0, y: 0, ...zoom.frame() }, zoom.shown(), pane, pixelRatio)
  return { left: Math.max(0, whole.left), right: Math.max(0, pane.width - whole.left - whole.width) }
}
