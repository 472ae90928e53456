import 'server-only'
import { asSharp, rawPicture, type Picture } from '../picture'

/** A picture for arithmetic: interleaved red, green, blue as sRGB from 0 to 1, without transparency. */
export interface FloatPicture {
  width: number
  height: number
  data: Float32Array
}

/** One number a pixel, mostly from 0 to 1: a channel, a mask, a height. */
export interface Plane {
  width: number
  height: number
  data: Float32Array
}

export function emptyFloat(width: number, height: number): FloatPicture {
  return { width, height, data: new Float32Array(width * height * 3) }
}

export function emptyPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) }
}

/**
 * Transparency is left out: `fromFloat` takes it from the picture again.
 *
 * @param data where the numbers go, for those who work strip by strip
 */
export function toFloat(
  { pixels, width, height, channels }: Picture,
  data: Float32Array = new Float32Array(width * height * 3),
): FloatPicture {
  // Mostly there is no transparency, and then nothing to step over.
  if (channels === 3) for (let at = 0; at < data.length; at++) data[at] = pixels[at]! / 255
  else
    for (let from = 0, to = 0; to < data.length; from += channels, to += 3) {
      data[to] = pixels[from]! / 255
      data[to + 1] = pixels[from + 1]! / 255
      data[to + 2] = pixels[from + 2]! / 255
    }
  return { width, height, data }
}

/** Values outside 0 to 1 are cut off. @param alphaOf a picture of the same size whose transparency it takes */
export function fromFloat({ width, height, data }: FloatPicture, alphaOf?: Picture): Picture {
  const channels = alphaOf?.channels ?? 3
  const pixels = new Uint8Array(width * height * channels)
  if (channels === 3) for (let at = 0; at < data.length; at++) pixels[at] = toByte(data[at]!)
  else
    for (let from = 0, to = 0; from < data.length; from += 3, to += channels) {
      pixels[to] = toByte(data[from]!)
      pixels[to + 1] = toByte(data[from + 1]!)
      pixels[to + 2] = toByte(data[from + 2]!)
      if (alphaOf && channels === 4) pixels[to + 3] = alphaOf.pixels[to + 3]!
    }
  return { pixels, width, height, channels }
}

/** Rec. 601 luma, which is what the filters' thresholds were tuned on. */
export function lumaOf({ width, height, data }: FloatPicture): Plane {
  const luma = new Float32Array(width * height)
  for (let at = 0, from = 0; at < luma.length; at++, from += 3)
    luma[at] = 0.299 * data[from]! + 0.587 * data[from + 1]! + 0.114 * data[from + 2]!
  return { width, height, data: luma }
}

/** The same of a pixel in bytes, 0 to 255 and whole: for tables. */
export function lumaByte(red: number, green: number, blue: number): number {
  return (77 * red + 150 * green + 29 * blue) >> 8
}

/** One channel by itself: 0 red, 1 green, 2 blue. */
export function planeOf({ width, height, data }: FloatPicture, channel: 0 | 1 | 2): Plane {
  const plane = new Float32Array(width * height)
  for (let at = 0; at < plane.length; at++) plane[at] = data[at * 3 + channel]!
  return { width, height, data: plane }
}

export function mergePlanes(red: Plane, green: Plane, blue: Plane): FloatPicture {
  const merged = emptyFloat(red.width, red.height)
  for (let at = 0, to = 0; at < red.data.length; at++, to += 3) {
    merged.data[to] = red.data[at]!
    merged.data[to + 1] = green.data[at]!
    merged.data[to + 2] = blue.data[at]!
  }
  return merged
}

/** `below` where the cover is 0, `above` where it is 1. */
export function blendFloat(below: FloatPicture, above: FloatPicture, cover: Plane): FloatPicture {
  const { width, height } = below
  const data = new Float32Array(below.data.length)
  for (let at = 0, to = 0; to < data.length; at++, to += 3) {
    const share = cover.data[at]!
    for (let channel = to; channel < to + 3; channel++)
      data[channel] = below.data[channel]! + (above.data[channel]! - below.data[channel]!) * share
  }
  return { width, height, data }
}

/** A picture in floats, stretched to exactly this size. */
export async function resizeToFloat(picture: Picture, width: number, height: number): Promise<FloatPicture> {
  return toFloat(await rawPicture(asSharp(picture).resize(width, height, { fit: 'fill' })))
}

/** The same of one in floats; through 8 bits a channel. */
export async function resizeFloat(
  picture: FloatPicture,
  width: number,
  height: number,
): Promise<FloatPicture> {
  if (picture.width === width && picture.height === height) return picture
  return resizeToFloat(fromFloat(picture), width, height)
}

function toByte(value: number): number {
  return value <= 0 ? 0 : value >= 1 ? 255 : (value * 255 + 0.5) | 0
}
