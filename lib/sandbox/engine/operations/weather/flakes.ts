import 'server-only'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import type { Surface } from './surface'

/**
 * Draws falling snow in place: many small flakes far away, some larger, few large and out of focus. Each has a faint
 * shade around it, so that it is seen before a light wall too.
 *
 * @param amount 1 is steady snowfall
 */
export function addFlakes(surface: Surface, amount: number, seed: number): void {
  const { width, height, data, channels = 3, white: full = 1 } = surface
  const half = full === 1 ? 0 : 0.5
  const random = randomNumbers(seed)
  const scale = Math.max(width, height) / 1024
  const layers = [
    { each: 1100, radius: 1.5, light: 0.85, shade: 0.14, soft: 1 },
    { each: 3200, radius: 2.8, light: 1, shade: 0.15, soft: 0.9 },
    { each: 15000, radius: 5.5, light: 0.92, shade: 0.12, soft: 1 },
    { each: 110000, radius: 13, light: 0.62, shade: 0.1, soft: 0.8 },
  ]
  for (const layer of layers) {
    const { whites, rings } = profileOf(layer)
    const count = Math.round((width * height * amount) / layer.each / (scale * scale))
    for (let flake = 0; flake < count; flake++) {
      const x = random() * width
      const y = random() * height
      const radius = Math.max(0.6, layer.radius * scale * (0.65 + 0.7 * random()))
      const light = layer.light * (0.6 + 0.4 * random())
      const reach = radius * 2.2
      const steps = stepsPerSquare / (radius * radius)
      const lean = 0.8 + 0.4 * random()
      const right = Math.min(width - 1, Math.ceil(x + reach))
      const bottom = Math.min(height - 1, Math.ceil(y + reach))
      for (let row = Math.max(0, Math.floor(y - reach)); row <= bottom; row++)
        for (let column = Math.max(0, Math.floor(x - reach)); column <= right; column++) {
          const across = (column - x) * lean
          const down = row - y
          const step = ((across * across + down * down) * steps) | 0
          if (step >= whites.length) continue
          const white = light * whites[step]!
          const dark = (1 - rings[step]!) * (1 - white)
          const at = (row * width + column) * channels
          const added = white * full + half
          data[at] = data[at]! * dark + added
          data[at + 1] = data[at + 1]! * dark + added
          data[at + 2] = data[at + 2]! * dark + added
        }
    }
  }
}

/** Steps of a flake's tables for a squared distance of one radius. */
const stepsPerSquare = 200

/** How white a flake is, and how dark its rim, by the squared distance from its middle. */
function profileOf({ shade, soft }: { shade: number; soft: number }) {
  const squares = Float32Array.from(
    { length: 12 * stepsPerSquare },
    (_, step) => (step + 0.5) / stepsPerSquare,
  )
  return {
    whites: squares.map((square) => Math.exp((-square / (soft * soft)) * 1.1)),
    rings: squares.map((square) => shade * Math.exp(-(((Math.sqrt(square) - 1.5) / 0.45) ** 2))),
  }
}
