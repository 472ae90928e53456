import 'server-only'
import { asSharp, rawPicture, type Picture } from './picture'

/** Draws on a copy whose longest side is at most `longest`, then brings it back to the picture's size. */
export async function atMost(
  picture: Picture,
  longest: number,
  draw: (small: Picture) => Picture | Promise<Picture>,
): Promise<Picture> {
  const { width, height } = picture
  if (Math.max(width, height) <= longest) return draw(picture)
  const small = await rawPicture(asSharp(picture).resize({ width: longest, height: longest, fit: 'inside' }))
  return rawPicture(asSharp(await draw(small)).resize({ width, height, fit: 'fill', kernel: 'cubic' }))
}
