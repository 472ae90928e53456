import 'server-only'
import type { Colour } from '../change-colours'
import type { Picture } from '../picture'

type Size = { width: number; height: number }

export function plain({ width, height }: Size, colour: Colour): Picture {
  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) pixels.set(colour, at)
  return { pixels, width, height, channels: 3 }
}

/** Transparent everywhere. */
export function clear({ width, height }: Size): Picture {
  return { pixels: new Uint8Array(width * height * 4), width, height, channels: 4 }
}
