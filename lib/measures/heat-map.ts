import type { ColourChange } from './changed-pixels'
import { colourOf } from './heat-colours'
import { plane, type Size } from './picture-copy'
import { resample, type Region } from './resample'

/** Pixels to lay over an output: RGBA with straight alpha, of the output's shape. */
export interface HeatMap extends Size {
  data: Uint8ClampedArray<ArrayBuffer>
}

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
