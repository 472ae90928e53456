import 'server-only'
import type { Picture } from '../picture'
import type { Plane } from '../pixels/float-picture'

/** Black laid on a picture by the plane (0 to 1), opaque or not: a shadow falls on nothing too. */
export function shade(picture: Picture, shadow: Plane): Picture {
  const { channels } = picture
  const pixels = new Uint8Array(picture.pixels)
  for (let at = 0; at < shadow.data.length; at++) {
    const share = shadow.data[at]!
    if (share <= 0) continue
    const ground = channels === 4 ? pixels[at * 4 + 3]! / 255 : 1
    const whole = share + ground * (1 - share)
    const kept = whole > 0 ? 1 - share / whole : 1
    for (let channel = 0; channel < 3; channel++)
      pixels[at * channels + channel] = Math.round(pixels[at * channels + channel]! * kept)
    if (channels === 4) pixels[at * 4 + 3] = Math.round(whole * 255)
  }
  return { ...picture, pixels }
}
