import 'server-only'
import { asSharp, rawPicture, type Picture } from '../picture'

/** Longer pictures are looked at reduced to this: regions are soft at their edges anyway. */
const longest = 1536

/** The picture for finding regions: at most 1536 px long, transparency on mid grey. */
export async function atWorkSize(picture: Picture): Promise<Picture> {
  const { width, height } = picture
  const opaque =
    picture.channels === 4 ? asSharp(picture).flatten({ background: '#808080' }) : asSharp(picture)
  if (Math.max(width, height) > longest)
    return rawPicture(opaque.resize({ width: longest, height: longest, fit: 'inside' }))
  return picture.channels === 4 ? rawPicture(opaque) : picture
}

/** A radius in pixels that was tuned on pictures of 1024 px. */
export function radiusAt({ width, height }: { width: number; height: number }, at1024: number): number {
  return Math.max(1, Math.round((at1024 * Math.max(width, height)) / 1024))
}
