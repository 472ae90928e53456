import 'server-only'
import { asSharp, rawPicture, type Picture } from '../picture'
import { layOver } from './lay-over'
import { plain } from './plain'

/**
 * One whole picture small upon another, in a thin white frame.
 *
 * @param across 0 at the left, 1 at the right edge
 * @param down 0 at the top, 1 at the lower edge
 */
export async function inset(below: Picture, above: Picture, across: number, down: number): Promise<Picture> {
  const scale = Math.min((below.width * 0.34) / above.width, (below.height * 0.34) / above.height)
  const width = Math.max(1, Math.round(above.width * scale))
  const height = Math.max(1, Math.round(above.height * scale))
  const small = await rawPicture(asSharp(above).resize({ width, height, fit: 'fill' }))
  const longest = Math.max(below.width, below.height)
  const frame = Math.round(longest * 0.005)
  const margin = Math.round(longest * 0.025)
  const card = plain({ width: width + 2 * frame, height: height + 2 * frame }, [255, 255, 255])
  const left = Math.round(margin + (below.width - card.width - 2 * margin) * across)
  const top = Math.round(margin + (below.height - card.height - 2 * margin) * down)
  return layOver(below, layOver(card, small, { left: frame, top: frame }), { left, top })
}
