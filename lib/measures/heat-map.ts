import { noiseLevel, type ColourChange } from './changed-pixels'
import { plane, type Size } from './picture-copy'
import { resample, type Region } from './resample'

/** Pixels to lay over an output: RGBA with straight alpha, of the output's shape. */
export interface HeatMap extends Size {
  data: Uint8ClampedArray<ArrayBuffer>
}

/**
 * Violet over red and orange to pale yellow, ever lighter, so that the order is seen without seeing hues: the part of
 * matplotlib's "inferno" (public domain) that stands out from dark and light pictures alike.
 */
const ramp: [number, number, number][] = [
  [101, 21, 110],
  [159, 42, 99],
  [212, 72, 66],
  [245, 125, 21],
  [250, 193, 39],
  [252, 255, 164],
]
/** The difference at which the ramp ends: another colour altogether. */
export const strongestShown = 40
const opacity = 0.85
/** Differences between which it fades in, so that its borders are not jagged. */
const [fadesFrom, fadesTo] = [noiseLevel / 2, noiseLevel * 1.5]

/**
 * Paints how strongly the changed pixels differ, in the output's own frame; transparent where nothing changed and where
 * nothing was compared. `compared` is the part of the frame, in its pixels, on which the change was measured.
 */
export function heatMapOf({ differences, changed }: ColourChange, compared: Region, frame: Size): HeatMap {
  const strength = plane(differences)
  for (let at = 0; at < changed.length; at++) if (changed[at]) strength.values[at] = differences.values[at]!
  const [across, down] = [differences.width / compared.width, differences.height / compared.height]
  const shown = resample(
    strength,
    {
      left: -compared.left * across,
      top: -compared.top * down,
      width: frame.width * across,
      height: frame.height * down,
    },
    frame,
  )
  const data = new Uint8ClampedArray(frame.width * frame.height * 4)
  for (let y = 0; y < frame.height; y++)
    for (let x = 0; x < frame.width; x++) {
      if (!isInside(x + 0.5 - compared.left, compared.width)) continue
      if (!isInside(y + 0.5 - compared.top, compared.height)) continue
      const at = y * frame.width + x
      data.set(colourOf(shown.values[at]!), at * 4)
    }
  return { ...frame, data }
}

function isInside(at: number, length: number): boolean {
  return at >= 0 && at <= length
}

/** Red, green, blue and alpha, 0 to 255, of a difference. */
export function colourOf(difference: number): [number, number, number, number] {
  const fade = within(difference, fadesFrom, fadesTo)
  const place = within(difference, noiseLevel, strongestShown) * (ramp.length - 1)
  const step = Math.min(Math.floor(place), ramp.length - 2)
  const part = place - step
  const [red, green, blue] = [0, 1, 2].map(
    (channel) => ramp[step]![channel]! * (1 - part) + ramp[step + 1]![channel]! * part,
  )
  return [red!, green!, blue!, 255 * opacity * fade]
}

function within(value: number, from: number, to: number): number {
  return Math.min(Math.max((value - from) / (to - from), 0), 1)
}
