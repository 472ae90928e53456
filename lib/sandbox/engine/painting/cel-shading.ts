import 'server-only'
import { lumaOf, type FloatPicture } from '../pixels/float-picture'
import { fromLab, toLab } from '../pixels/lab'
import { gaussianBlur } from '../pixels/blur'
import { flattenAreas } from './flatten'
import { flowOf } from './flow'
import { inkLines } from './ink-lines'
import { liftedTone } from './lifted-tone'

/**
 * Areas in a few steps of lightness with soft borders between them, in strong colours.
 *
 * @param levels of lightness
 * @param saturation 1 leaves the colours as they are
 */
export function celShaded(
  picture: FloatPicture,
  scale: number,
  levels: number,
  saturation: number,
): FloatPicture {
  const lab = toLab(flattenAreas(flattenAreas(picture, 5 * scale), 5 * scale))
  for (let at = 0; at < lab.data.length; at += 3) {
    // Drawn a little lighter than photographed: darkness is the outlines' business.
    const level = Math.max(0, lab.data[at]! / 100) ** 0.85 * levels
    const whole = Math.floor(level)
    const step = (whole + 0.5 + 0.5 * Math.tanh((level - whole - 0.5) * 6)) / levels
    lab.data[at] = Math.min(1, step * 1.04) * 100
    lab.data[at + 1]! *= saturation
    lab.data[at + 2]! *= saturation
  }
  return fromLab(lab)
}

/** Drawn over with outlines, in place. @param level what is darker is ink, 0 to 1 */
export function outline(
  drawn: FloatPicture,
  original: FloatPicture,
  scale: number,
  level: number,
): FloatPicture {
  const luma = liftedTone(lumaOf(original), 0.55)
  const pen = {
    sigma: 1.25 * scale,
    edges: 22,
    level,
    hardness: 26,
    steps: Math.max(1, Math.round(6 * scale)),
  }
  const lines = inkLines(gaussianBlur(luma, 0.8 * scale), flowOf(luma, 3 * scale), pen).data
  for (let at = 0; at < drawn.data.length; at++) drawn.data[at]! *= 0.08 + 0.92 * lines[Math.floor(at / 3)]!
  return drawn
}
