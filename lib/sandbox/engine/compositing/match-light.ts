import 'server-only'
import { asSharp, rawPicture, type Picture } from '../picture'
import { toFloat } from '../pixels/float-picture'
import { fromLab, toLab } from '../pixels/lab'
import { clamp } from '../pixels/numbers'
import type { CutOut } from './cut-out'

/** How far a cut-out is drawn towards the light of its new place, 0 to 1. */
interface Strength {
  light: number
  colour: number
}

/** Mean lightness, a and b, and how much the lightness varies. */
interface Statistics {
  means: [number, number, number]
  deviation: number
}

/**
 * The cut-out in the light of the picture it comes to: lightness and colour drawn towards the means there, and contrast
 * a little (Reinhard et al., "Color transfer between images", 2001, held back so that a person stays recognisable).
 */
export async function matchLight(
  cut: CutOut,
  place: Picture,
  { light, colour }: Strength = { light: 0.5, colour: 0.32 },
): Promise<CutOut> {
  const [own, theirs] = [await statisticsOf(cut), await statisticsOf(place)]
  if (!own || !theirs) return cut
  const contrast = clamp(theirs.deviation / Math.max(1, own.deviation), 0.75, 1.25)
  const lighter = clamp(theirs.means[0] - own.means[0], -30, 30)
  const shift = ([1, 2] as const).map((at) => clamp(theirs.means[at] - own.means[at], -18, 18) * colour)
  const pixels = new Uint8Array(cut.pixels)
  const rowsAtOnce = 64
  for (let top = 0; top < cut.height; top += rowsAtOnce) {
    const height = Math.min(rowsAtOnce, cut.height - top)
    const from = top * cut.width * 4
    const rows = { ...cut, pixels: cut.pixels.subarray(from, from + height * cut.width * 4), height }
    const lab = toLab(toFloat(rows))
    for (let at = 0; at < lab.data.length; at += 3) {
      const own0 = lab.data[at]!
      const wanted = (own0 - own.means[0]) * contrast + own.means[0] + lighter
      lab.data[at] = own0 + (wanted - own0) * light
      lab.data[at + 1]! += shift[0]!
      lab.data[at + 2]! += shift[1]!
    }
    const { data } = fromLab(lab)
    for (let at = 0; at < height * cut.width; at++)
      for (let channel = 0; channel < 3; channel++)
        pixels[from + at * 4 + channel] = Math.round(clamp(data[at * 3 + channel]!) * 255)
  }
  return { ...cut, pixels }
}

/** Weighted by opacity, on a small copy; undefined where nothing is opaque. */
async function statisticsOf(picture: Picture): Promise<Statistics | undefined> {
  const small = await rawPicture(asSharp(picture).resize({ width: 256, height: 256, fit: 'inside' }))
  const { data } = toLab(toFloat(small))
  const weightOf = (at: number) => (small.channels === 4 ? small.pixels[at * 4 + 3]! / 255 : 1)
  const means: Statistics['means'] = [0, 0, 0]
  let squares = 0
  let weights = 0
  for (let at = 0; at < data.length / 3; at++) {
    const weight = weightOf(at)
    weights += weight
    squares += weight * data[at * 3]! ** 2
    for (const channel of [0, 1, 2] as const) means[channel] += weight * data[at * 3 + channel]!
  }
  if (weights < 0.5) return undefined
  for (const channel of [0, 1, 2] as const) means[channel] /= weights
  return { means, deviation: Math.sqrt(Math.max(0, squares / weights - means[0] ** 2)) }
}
