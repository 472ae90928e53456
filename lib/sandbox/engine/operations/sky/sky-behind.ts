import 'server-only'
import { newCanvas } from '@/lib/sandbox/engine/landscape/canvas'
import { paintSky, skyOf, type Sky, type SkyWish } from '@/lib/sandbox/engine/landscape/sky'
import type { FloatPicture, Plane } from '@/lib/sandbox/engine/pixels/float-picture'

/** A painted sky, and what it was painted by: the land below is lit by it. */
export interface SkyBehind {
  sky: Sky
  painted: FloatPicture
  /** The row where the sky ends. */
  end: number
}

/** Paints a sky for a place in a picture; its sun or moon stands where the sky is to be seen. */
export function skyBehind(cover: Plane, wish: SkyWish, seed: number): SkyBehind {
  const { width, height } = cover
  const end = skyEnd(cover)
  const horizon = Math.max(0.3, ((end + 1) / height) * 1.05)
  const canvas = newCanvas({ width, height })
  const settle = (turn: number) => skyOf(wish, horizon, canvas.wide, seed + turn * 101)
  const isSeen = ({ sun }: Sky) => {
    const x = Math.round(sun.u * height)
    const y = Math.round(sun.v * height)
    const margin = Math.round(height * 0.04)
    return [-margin, 0, margin].every((off) => {
      const column = x + off
      const row = y + Math.abs(off)
      if (column < 0 || column >= width || row < 0 || row >= height) return false
      return cover.data[row * width + column]! > 0.9
    })
  }
  let sky = settle(0)
  for (let turn = 1; turn <= 12 && !isSeen(sky); turn++) sky = settle(turn)
  // A moon half behind a tree that it is in front of would be worse than none.
  if (!isSeen(sky)) sky = { ...sky, moon: 'none' }
  paintSky(canvas, sky, seed)
  return { sky, painted: { width, height, data: canvas.values }, end }
}

/** The lowest row of which an eighth is sky. */
export function skyEnd({ width, height, data }: Plane): number {
  for (let y = height - 1; y >= 0; y--) {
    let share = 0
    for (let x = 0; x < width; x++) share += data[y * width + x]!
    if (share > width * 0.12) return y
  }
  return 0
}
