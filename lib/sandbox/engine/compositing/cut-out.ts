import 'server-only'
import type { Picture } from '../picture'
import { clamp } from '../pixels/numbers'
import type { Plane } from '../pixels/float-picture'
import { surroundingsOf } from './surroundings'

/** A picture with transparency. */
export type CutOut = Picture & { channels: 4 }

/**
 * The covered part at the picture's own size, transparent around it. At soft edges the background's colour is taken
 * out of the pixels (Forte, "Approximate fast foreground colour estimation", 2021), or a rim of it would be seen on any
 * other background. Work for edges only; the rest is copied.
 */
export async function cutOut(picture: Picture, cover: Plane): Promise<CutOut> {
  const { width, height, channels } = picture
  const { subject, background } = await surroundingsOf(picture, cover)
  const [small] = subject as [Plane]
  const pixels = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    const smallRow = Math.min(small.height - 1, Math.floor(((y + 0.5) * small.height) / height)) * small.width
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const own = channels === 4 ? picture.pixels[at * 4 + 3]! / 255 : 1
      const share = Math.min(own, clamp(cover.data[at]!))
      // The colours of a picture that is cut out already are clean.
      const isEdge = share < 0.999 && share >= 0.002 && own > 0.999
      const near = smallRow + Math.min(small.width - 1, Math.floor(((x + 0.5) * small.width) / width))
      for (let channel = 0; channel < 3; channel++) {
        const seen = picture.pixels[at * channels + channel]!
        if (!isEdge) {
          pixels[at * 4 + channel] = seen
          continue
        }
        const mine = subject[channel]!.data[near]!
        const theirs = background[channel]!.data[near]!
        const clean = mine + share * (seen / 255 - share * mine - (1 - share) * theirs)
        pixels[at * 4 + channel] = Math.round(clamp(clean) * 255)
      }
      pixels[at * 4 + 3] = share < 0.002 ? 0 : Math.round(share * 255)
    }
  }
  return { pixels, width, height, channels: 4 }
}
