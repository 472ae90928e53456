import 'server-only'
import { lightness, type Colour } from '@/lib/sandbox/engine/change-colours'
import type { Picture } from '@/lib/sandbox/engine/picture'

/** How many pixels have each of the 256 values: of lightness and of each channel. */
export interface Tones {
  all: Uint32Array
  red: Uint32Array
  green: Uint32Array
  blue: Uint32Array
}

/** Counts at most about 300 000 pixels, spread evenly; what is transparent is left out. */
export function countTones({ pixels, channels, width, height }: Picture): Tones {
  const tones: Tones = {
    all: new Uint32Array(256),
    red: new Uint32Array(256),
    green: new Uint32Array(256),
    blue: new Uint32Array(256),
  }
  // Odd, so that it does not fall into step with the rows.
  const step = Math.max(1, Math.floor((width * height) / 300_000)) | 1
  const colour: Colour = [0, 0, 0]
  for (let at = 0; at < pixels.length; at += step * channels) {
    if (channels === 4 && pixels[at + 3]! < 128) continue
    colour[0] = pixels[at]!
    colour[1] = pixels[at + 1]!
    colour[2] = pixels[at + 2]!
    tones.red[colour[0]]!++
    tones.green[colour[1]]!++
    tones.blue[colour[2]]!++
    tones.all[Math.round(lightness(colour))]!++
  }
  return tones
}

/** The tone, 0 to 1, below which this share of the pixels lies. */
export function toneAt(counts: Uint32Array, share: number): number {
  let total = 0
  for (const count of counts) total += count
  let below = 0
  for (let tone = 0; tone < 256; tone++) {
    below += counts[tone]!
    if (below > total * share) return tone / 255
  }
  return 1
}
