import 'server-only'
import { shuffle } from '@/lib/sandbox/engine/painting/stroke-places'
import { blurFloat } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import { defineStyle, type Brush } from './define-style'

export const pointillism = defineStyle({
  name: 'pointillism',
  pattern:
    /\b(?:pointillis(?:m|t|tic)(?: (?:style|painting))?|seurat|signac|stippl(?:ed|ing|e)|dot painting|painted (?:in|with) dots)\b/,
  example: 'pointillism',
  paint,
})

const ground = [0.95, 0.92, 0.84] as const
/** Dots laid one over the other, large to small, as shares of the dot's size: how far apart, how large. */
const layers = [
  { apart: 1, radius: 1.25 },
  { apart: 0.8, radius: 1 },
  { apart: 0.62, radius: 0.62 },
] as const

function paint(picture: FloatPicture, { seed, scale }: Brush): FloatPicture {
  const { width, height } = picture
  const random = randomNumbers(seed)
  const { data } = blurFloat(picture, 2 * scale)
  const painted = emptyFloat(width, height)
  for (let at = 0; at < painted.data.length; at++) painted.data[at] = ground[at % 3]!
  for (const { apart, radius } of layers) {
    const step = Math.max(1.2, 6.6 * scale * apart)
    const dots: { x: number; y: number }[] = []
    for (let y = 0; y < height; y += step)
      for (let x = 0; x < width; x += step)
        dots.push({ x: x + (random() - 0.5) * step * 1.3, y: y + (random() - 0.5) * step * 1.3 })
    for (const { x, y } of shuffle(dots, random)) {
      const from = (clamp(Math.floor(y), 0, height - 1) * width + clamp(Math.floor(x), 0, width - 1)) * 3
      const grey = (data[from]! + data[from + 1]! + data[from + 2]!) / 3
      const vary = (value: number) => clamp(grey + (value - grey) * 1.6 + (random() - 0.5) * 0.24)
      const colour = [vary(data[from]!), vary(data[from + 1]!), vary(data[from + 2]!)] as const
      dab(painted, x, y, Math.max(0.8, 6.3 * scale * radius * (0.55 + 0.3 * random())), colour)
    }
  }
  return painted
}

function dab(
  { width, height, data }: FloatPicture,
  x: number,
  y: number,
  radius: number,
  colour: readonly [number, number, number],
): void {
  const [right, bottom] = [Math.min(width - 1, x + radius), Math.min(height - 1, y + radius)]
  for (let row = Math.max(0, Math.ceil(y - radius)); row <= bottom; row++)
    for (let column = Math.max(0, Math.ceil(x - radius)); column <= right; column++) {
      const distance = Math.sqrt((column - x) ** 2 + (row - y) ** 2) / radius
      if (distance >= 1) continue
      const cover = distance > 0.75 ? (1 - distance) / 0.25 : 1
      const to = (row * width + column) * 3
      data[to]! += (colour[0] - data[to]!) * cover
      data[to + 1]! += (colour[1] - data[to + 1]!) * cover
      data[to + 2]! += (colour[2] - data[to + 2]!) * cover
    }
}
