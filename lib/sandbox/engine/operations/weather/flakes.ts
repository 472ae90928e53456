import 'server-only'
import type { FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { randomNumbers } from '@/lib/sandbox/engine/random'

/**
 * Draws falling snow in place: many small flakes far away, some larger, few large and out of focus. Each has a faint
 * shade around it, so that it is seen before a light wall too.
 *
 * @param amount 1 is steady snowfall
 */
export function addFlakes(picture: FloatPicture, amount: number, seed: number): void {
  const { width, height, data } = picture
  const random = randomNumbers(seed)
  const scale = Math.max(width, height) / 1024
  const layers = [
    { each: 1100, radius: 1.5, light: 0.85, shade: 0.14, soft: 1 },
    { each: 3200, radius: 2.8, light: 1, shade: 0.15, soft: 0.9 },
    { each: 15000, radius: 5.5, light: 0.92, shade: 0.12, soft: 1 },
    { each: 110000, radius: 13, light: 0.62, shade: 0.1, soft: 0.8 },
  ]
  for (const layer of layers) {
    const count = Math.round((width * height * amount) / layer.each / (scale * scale))
    for (let flake = 0; flake < count; flake++) {
      const [x, y] = [random() * width, random() * height]
      const radius = Math.max(0.6, layer.radius * scale * (0.65 + 0.7 * random()))
      const light = layer.light * (0.6 + 0.4 * random())
      const reach = radius * 2.2
      const lean = 0.8 + 0.4 * random()
      const [right, bottom] = [
        Math.min(width - 1, Math.ceil(x + reach)),
        Math.min(height - 1, Math.ceil(y + reach)),
      ]
      for (let row = Math.max(0, Math.floor(y - reach)); row <= bottom; row++)
        for (let column = Math.max(0, Math.floor(x - reach)); column <= right; column++) {
          const off = Math.hypot((column - x) * lean, row - y) / radius
          const white = light * Math.exp(-((off / layer.soft) ** 2) * 1.1)
          const ring = layer.shade * Math.exp(-(((off - 1.5) / 0.45) ** 2))
          const at = (row * width + column) * 3
          for (let channel = at; channel < at + 3; channel++) {
            const shaded = data[channel]! * (1 - ring)
            data[channel] = shaded + (1 - shaded) * white
          }
        }
    }
  }
}
