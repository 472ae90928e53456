import 'server-only'
import { runModel } from '../models/load-model'
import { asSharp, rawPicture, type Picture } from '../picture'

/** Of the network's input at once, in pixels a side: memory stays below 100 MB. */
const tile = 256
/** A tile sees this far beyond itself, so that no seam shows. */
const border = 8

/**
 * Twice as wide and high by the small ESRGAN (trained on DIV2K): crisper edges than resampling, no invented detail.
 * About 11 µs an input pixel on two cores. Transparency is resampled.
 */
export async function doubleSize(picture: Picture): Promise<Picture> {
  const { width, height, channels } = picture
  const doubled: Picture = {
    pixels: new Uint8Array(width * height * 4 * channels),
    width: width * 2,
    height: height * 2,
    channels,
  }
  for (let top = 0; top < height; top += tile)
    for (let left = 0; left < width; left += tile) await doubleTile(picture, doubled, left, top)
  if (channels === 4) await doubleAlpha(picture, doubled)
  return doubled
}

async function doubleTile(from: Picture, to: Picture, left: number, top: number): Promise<void> {
  const x = Math.max(0, left - border)
  const y = Math.max(0, top - border)
  const right = Math.min(from.width, left + tile)
  const bottom = Math.min(from.height, top + tile)
  const width = Math.min(from.width, right + border) - x
  const height = Math.min(from.height, bottom + border) - y
  const area = width * height
  const data = new Float32Array(3 * area)
  for (let row = 0, at = 0; row < height; row++)
    for (let column = 0; column < width; column++, at++) {
      const pixel = ((y + row) * from.width + x + column) * from.channels
      for (let channel = 0; channel < 3; channel++)
        data[channel * area + at] = from.pixels[pixel + channel]! / 255
    }
  const { data: drawn } = await runModel('esrganSlim', { data, shape: [1, 3, height, width] })
  for (let row = top * 2; row < bottom * 2; row++)
    for (let column = left * 2; column < right * 2; column++) {
      const at = (row - y * 2) * width * 2 + column - x * 2
      const pixel = (row * to.width + column) * to.channels
      for (let channel = 0; channel < 3; channel++)
        to.pixels[pixel + channel] = Math.min(255, Math.max(0, drawn[channel * area * 4 + at]! * 255 + 0.5))
    }
}

async function doubleAlpha(from: Picture, to: Picture): Promise<void> {
  const { width, height } = to
  const resized = await rawPicture(asSharp(from).resize({ width, height, fit: 'fill', kernel: 'cubic' }))
  for (let at = 3; at < to.pixels.length; at += 4) to.pixels[at] = resized.pixels[at]!
}
