import 'server-only'
import { eachRow } from './each-row'
import type { Picture } from './picture'
import { asSharp, rawPicture } from './picture'
import { randomNumbers } from './random'

/**
 * Fills a hole: the large forms flow in from its rim, the fine drawing is taken from the place beside it whose rim is
 * most like its own. @param hole one byte a pixel, 1 where the picture is to be made up
 */
export async function fillHole(picture: Picture, hole: Uint8Array, seed: number): Promise<Picture> {
  const { width, channels } = picture
  const forms = flowIn(picture, hole)
  const base = { ...picture, pixels: Uint8Array.from(forms, Math.round) }
  for (let at = 0; at < hole.length; at++)
    if (!hole[at])
      for (let channel = 0; channel < channels; channel++)
        base.pixels[at * channels + channel] = picture.pixels[at * channels + channel]!
  // Drawing is what is finer than a fifth of the hole: so a large one gets large blades of grass.
  const across = Math.sqrt(hole.reduce((sum, open) => sum + open, 0))
  const smooth = await rawPicture(asSharp(base).blur(Math.min(200, Math.max(2, across / 5))))
  const donor = bestDonor(picture, hole, seed)
  const filled = new Uint8Array(picture.pixels)
  eachRow(picture, (y) => {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (!hole[at]) continue
      const from = donor ? at + donor.y * width + donor.x : -1
      const usable = from >= 0 && hole[from] === 0
      for (let channel = 0; channel < channels; channel++) {
        const to = at * channels + channel
        const detail = usable
          ? base.pixels[from * channels + channel]! - smooth.pixels[from * channels + channel]!
          : 0
        filled[to] = Math.min(255, Math.max(0, Math.round(forms[to]! + detail)))
      }
    }
  })
  return { ...picture, pixels: filled }
}

/** Each level halves the picture by averaging what is known; what is unknown takes the coarser level's value. */
function flowIn({ pixels, width, height, channels }: Picture, hole: Uint8Array): Float32Array {
  const values = Float32Array.from(pixels)
  const weights = Float32Array.from(hole, (open) => (open ? 0 : 1))
  fillLevel(values, weights, width, height, channels)
  return values
}

function fillLevel(
  values: Float32Array,
  weights: Float32Array,
  width: number,
  height: number,
  channels: number,
) {
  if (!weights.includes(0) || Math.max(width, height) <= 1) return
  const [halfWide, halfHigh] = [Math.ceil(width / 2), Math.ceil(height / 2)]
  const coarse = new Float32Array(halfWide * halfHigh * channels)
  const known = new Float32Array(halfWide * halfHigh)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const weight = weights[y * width + x]!
      const to = (y >> 1) * halfWide + (x >> 1)
      known[to]! += weight
      for (let channel = 0; channel < channels; channel++)
        coarse[to * channels + channel]! += values[(y * width + x) * channels + channel]! * weight
    }
  for (let at = 0; at < known.length; at++) {
    if (known[at] === 0) continue
    for (let channel = 0; channel < channels; channel++) coarse[at * channels + channel]! /= known[at]!
    known[at] = 1
  }
  fillLevel(coarse, known, halfWide, halfHigh, channels)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (weights[at]! > 0) continue
      for (let channel = 0; channel < channels; channel++)
        values[at * channels + channel] = between(
          coarse,
          halfWide,
          halfHigh,
          channels,
          channel,
          x / 2 - 0.25,
          y / 2 - 0.25,
        )
    }
}

/** A value between four pixels. */
function between(
  values: Float32Array,
  width: number,
  height: number,
  channels: number,
  channel: number,
  x: number,
  y: number,
) {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const value = (column: number, row: number) => {
    const at = Math.min(height - 1, Math.max(0, row)) * width + Math.min(width - 1, Math.max(0, column))
    return values[at * channels + channel]!
  }
  const above = value(left, top) + (value(left + 1, top) - value(left, top)) * (x - left)
  const below = value(left, top + 1) + (value(left + 1, top + 1) - value(left, top + 1)) * (x - left)
  return above + (below - above) * (y - top)
}

/** Where to copy fine drawing from, as an offset that keeps clear of the hole and the frame; none if there is no room. */
function bestDonor({ pixels, width, height, channels }: Picture, hole: Uint8Array, seed: number) {
  const places: number[] = []
  const rim: number[] = []
  for (let at = 0; at < hole.length; at++) {
    if (!hole[at]) continue
    places.push(at)
    for (const near of [at - 2, at + 2, at - 2 * width, at + 2 * width]) if (hole[near] === 0) rim.push(near)
  }
  const random = randomNumbers(seed)
  const some = (list: number[], count: number) => {
    const step = Math.max(1, Math.floor(list.length / count))
    return list.filter((_, index) => index % step === 0)
  }
  const [inside, edge] = [some(places, 3000), some(rim, 400)]
  let best: { x: number; y: number; difference: number } | undefined
  for (let attempt = 0; attempt < 240; attempt++) {
    // A third goes straight sideways, a third straight up or down: what spans the picture leaves no other way.
    const offset = {
      x: attempt % 3 === 1 ? 0 : Math.round((random() * 2 - 1) * width * 0.8),
      y: attempt % 3 === 0 ? 0 : Math.round((random() * 2 - 1) * height * 0.8),
    }
    const free = (at: number) => {
      const [x, y] = [(at % width) + offset.x, Math.floor(at / width) + offset.y]
      return x >= 0 && y >= 0 && x < width && y < height && !hole[y * width + x]
    }
    if (!inside.every(free)) continue
    let difference = 0
    for (const at of edge) {
      if (!free(at)) continue
      const from = (at + offset.y * width + offset.x) * channels
      for (let channel = 0; channel < 3; channel++)
        difference += Math.abs(pixels[at * channels + channel]! - pixels[from + channel]!)
    }
    if (!best || difference < best.difference) best = { ...offset, difference }
  }
  return best
}
