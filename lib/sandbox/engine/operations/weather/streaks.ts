import 'server-only'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { randomNumbers } from '@/lib/sandbox/engine/random'
import type { Surface } from './surface'

/** Draws rain in place: fine far drops and fewer long near ones. @param amount 1 is steady rain; @param lean across per down */
export function addRain(surface: Surface, amount: number, seed: number): void {
  const { width, height, data, channels = 3, white = 1 } = surface
  const random = randomNumbers(seed)
  const scale = Math.max(width, height) / 1024
  const lean = (random() < 0.5 ? -1 : 1) * (0.1 + 0.14 * random()) * (0.7 + 0.4 * amount)
  const layers = [
    { each: 420, length: 26, strength: 0.17, broad: 1 },
    { each: 2600, length: 62, strength: 0.24, broad: 1.7 },
    { each: 16000, length: 120, strength: 0.2, broad: 3.2 },
  ]
  const veil = new Float32Array(width * height)
  for (const { each, length, strength, broad } of layers) {
    const count = Math.round((width * height * amount) / each / (scale * scale))
    const half = Math.max(0.6, (broad * scale) / 2)
    for (let drop = 0; drop < count; drop++) {
      const left = random() * width * 1.3 - width * 0.15
      const top = random() * height * 1.2 - height * 0.15
      const long = length * scale * (0.5 + random())
      const bright = strength * (0.5 + random())
      for (let step = 0; step < long; step++) {
        const y = Math.floor(top + step)
        if (y < 0 || y >= height) continue
        // Soft to both sides, so that a leaning line shows no stairs.
        const middle = left + lean * step
        const light = bright * Math.sin((step / long) * Math.PI)
        const to = Math.min(width - 1, Math.ceil(middle + half))
        for (let x = Math.max(0, Math.floor(middle - half)); x <= to; x++)
          veil[y * width + x]! += light * Math.max(0, 1 - Math.abs(x + 0.5 - middle) / (half + 0.5))
      }
    }
  }
  const half = white === 1 ? 0 : 0.5
  for (let at = 0, to = 0; at < veil.length; at++, to += channels) {
    if (veil[at] === 0) continue
    const share = clamp(veil[at]! * 1.6, 0, 0.75)
    const added = 0.86 * white * share + half
    data[to] = data[to]! * (1 - share) + added
    data[to + 1] = data[to + 1]! * (1 - share) + added
    data[to + 2] = data[to + 2]! * (1 - share) + added
  }
}
