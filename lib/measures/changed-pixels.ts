import { findColourCast, withoutCast, type ColourCast } from './colour-cast'
import { difference } from './colour-difference'
import { noiseLevel, strongestCast } from './difference-levels'
import { blur } from './gaussian'
import { labOf, labPlanes, type LabPlanes } from './lab'
import { plane, type Channels, type Plane } from './picture-copy'

/** Smoothing before colours are compared, in pixels: takes off codec noise and what alignment leaves at sharp edges. */
export const smoothingPx = 1.5

export interface ColourChange {
  /** CIEDE2000 of each pixel, the cast included. */
  differences: Plane
  /** 1 where the pixel changed, 0 where it did not. */
  changed: Uint8Array
  /** Share of pixels changed, from 0 to 1. */
  share: number
  /** Mean difference of the pixels that did not change; absent where hardly any is left. */
  colourCast?: number
}

/** Below this share of unchanged pixels a mean over them says nothing about the picture. */
const leastUnchanged = 0.02

/**
 * Which pixels changed between two pictures of one size, both smoothed by a Gaussian of 1.5 px first.
 *
 * A pixel is unchanged if its colours differ by no more than 4 (CIEDE2000), which is what encoding and alignment make
 * of a picture left alone. It is also unchanged if they differ by no more than 15 and come within 4 once the cast is
 * taken off: a tint over the whole picture is told as the colour cast, not as a change of everything.
 */
export function changedPixels(input: Channels, output: Channels): ColourChange {
  const before = smoothed(input)
  const after = smoothed(output)
  const [labBefore, labAfter] = [labPlanes(before), labPlanes(after)]
  const differences = differencesOf(labBefore, labAfter)
  const near = Array.from(differences.values.keys()).filter((at) => differences.values[at]! <= strongestCast)
  const cast = findColourCast(before, after, near)
  const changed = new Uint8Array(differences.values.length).fill(1)
  let [unchanged, sum] = [0, 0]
  for (const at of near) {
    const own = differences.values[at]!
    if (own > noiseLevel && !(cast && isCastOnly(labBefore, after, at, cast))) continue
    changed[at] = 0
    unchanged++
    sum += own
  }
  return {
    differences,
    changed,
    share: 1 - unchanged / changed.length,
    ...(unchanged >= leastUnchanged * changed.length && { colourCast: sum / unchanged }),
  }
}

function smoothed([red, green, blue]: Channels): Channels {
  return [blur(red, smoothingPx), blur(green, smoothingPx), blur(blue, smoothingPx)]
}

function differencesOf(before: LabPlanes, after: LabPlanes): Plane {
  const differences = plane(before[0])
  const [l1, a1, b1] = [before[0].values, before[1].values, before[2].values]
  const [l2, a2, b2] = [after[0].values, after[1].values, after[2].values]
  for (let at = 0; at < l1.length; at++)
    differences.values[at] = difference(l1[at]!, a1[at]!, b1[at]!, l2[at]!, a2[at]!, b2[at]!)
  return differences
}

/** Whether the pixel is as before once the cast is taken off. */
function isCastOnly(before: LabPlanes, after: Channels, at: number, cast: ColourCast): boolean {
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    withoutCast(after[channel]!.values[at]!, cast[channel]!),
  )
  const [lightness, a, b] = labOf(red!, green!, blue!)
  const [ownLightness, ownA, ownB] = [before[0].values[at]!, before[1].values[at]!, before[2].values[at]!]
  return difference(ownLightness, ownA, ownB, lightness, a, b) <= noiseLevel
}
