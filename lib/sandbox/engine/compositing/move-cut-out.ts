import 'server-only'
import { asSharp, rawPicture } from '../picture'
import type { CutOut } from './cut-out'
import type { Box } from './subject-box'

/** The part of a cut-out in the box, brought to this size. */
export async function boxed(cut: CutOut, box: Box, width: number, height: number): Promise<CutOut> {
  const { left, top, right, bottom } = box
  const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
  const part = asSharp(cut).extract({ left, top, width: right - left, height: bottom - top })
  const { pixels } = await rawPicture(part.resize({ ...size, fit: 'fill' }))
  return { pixels, ...size, channels: 4 }
}
