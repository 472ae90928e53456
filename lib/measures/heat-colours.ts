import { noiseLevel } from './difference-levels'

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
