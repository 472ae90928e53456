import 'server-only'
import { eachRow } from './each-row'
import type { Picture } from './picture'

/** A colour of one pixel, 0 to 255 a channel; written in place by the function that changes it. */
export type Colour = [red: number, green: number, blue: number]

/** Where the pixel lies, 0 to 1 from the left and from the top. */
export type Place = [across: number, down: number]

/** A new picture with every pixel's colour changed; transparency stays. */
export function changeColours(picture: Picture, change: (colour: Colour, place: Place) => void): Picture {
  const { pixels, width, height, channels } = picture
  const changed = new Uint8Array(pixels)
  const colour: Colour = [0, 0, 0]
  const place: Place = [0, 0]
  eachRow(picture, (y) => {
    place[1] = (y + 0.5) / height
    for (let x = 0, at = y * width * channels; x < width; x++, at += channels) {
      place[0] = (x + 0.5) / width
      colour[0] = pixels[at]!
      colour[1] = pixels[at + 1]!
      colour[2] = pixels[at + 2]!
      change(colour, place)
      changed[at] = byte(colour[0])
      changed[at + 1] = byte(colour[1])
      changed[at + 2] = byte(colour[2])
    }
  })
  return { ...picture, pixels: changed }
}

/** A table for `changeByTable`: the new value of each of the 256. */
export function tableOf(curve: (value: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => byte(curve(value / 255) * 255))
}

/** A new picture with red, green and blue each replaced through one table, or each through its own. */
export function changeByTable(
  picture: Picture,
  red: Uint8Array,
  green: Uint8Array = red,
  blue: Uint8Array = red,
): Picture {
  const { pixels, channels } = picture
  const changed = new Uint8Array(pixels)
  for (let at = 0; at < pixels.length; at += channels) {
    changed[at] = red[pixels[at]!]!
    changed[at + 1] = green[pixels[at + 1]!]!
    changed[at + 2] = blue[pixels[at + 2]!]!
  }
  return { ...picture, pixels: changed }
}

/**
 * A new picture with each pixel's colour taken by its lightness, 0 to 1 in 1024 steps.
 *
 * @param share of the new colour; the rest stays the pixel's own
 */
export function changeByLightness(picture: Picture, colourOf: (light: number) => Colour, share = 1): Picture {
  const { pixels, channels } = picture
  const table = new Uint8Array(1025 * 3)
  for (let step = 0; step <= 1024; step++)
    colourOf(step / 1024).forEach((value, channel) => (table[step * 3 + channel] = byte(value)))
  const changed = new Uint8Array(pixels)
  for (let at = 0; at < pixels.length; at += channels) {
    const light = 0.2126 * pixels[at]! + 0.7152 * pixels[at + 1]! + 0.0722 * pixels[at + 2]!
    const from = ((light * 1024) / 255 + 0.5) | 0
    changed[at] = table[from * 3]!
    changed[at + 1] = table[from * 3 + 1]!
    changed[at + 2] = table[from * 3 + 2]!
  }
  if (share < 1)
    for (let at = 0; at < pixels.length; at++)
      changed[at] = pixels[at]! + (changed[at]! - pixels[at]!) * share + 0.5
  return { ...picture, pixels: changed }
}

/** How light a colour looks, 0 to 255 (Rec. 709). */
export function lightness(colour: Colour): number {
  return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
}

/** How far a colour is from grey, 0 to 255. */
export function chroma([red, green, blue]: Colour): number {
  return Math.max(red, green, blue) - Math.min(red, green, blue)
}

function byte(value: number): number {
  return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value)
}
