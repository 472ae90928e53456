import 'server-only'
import { gaussianBlur } from '../../pixels/blur'
import type { FloatPicture } from '../../pixels/float-picture'
import { clamp } from '../../pixels/numbers'
import { randomNumbers } from '../../random'

/** Draws rain in place: fine far drops and fewer long near ones. @param amount 1 is steady rain; @param lean across per down */
export function addRain(picture: FloatPicture, amount: number, seed: number): void {
  const { width, height, data } = picture
  const random = randomNumbers(seed)
  const scale = Math.max(width, height) / 1024
  const lean = (random() < 0.5 ? -1 : 1) * (0.1 + 0.14 * random()) * (0.7 + 0.4 * amount)
  const layers = [
    { each: 420, length: 26, strength: 0.2, soft: 0.55 },
    { each: 2600, length: 62, strength: 0.34, soft: 0.8 },
    { each: 16000, length: 120, strength: 0.4, soft: 1.5 },
  ]
  const veil = new Float32Array(width * height)
  for (const { each, length, strength, soft } of layers) {
    const drops = new Float32Array(width * height)
    const count = Math.round((width * height * amount) / each / (scale * scale))
    for (let drop = 0; drop < count; drop++) {
      const [left, top] = [random() * width * 1.3 - width * 0.15, random() * height * 1.2 - height * 0.15]
      const long = length * scale * (0.5 + random())
      const bright = strength * (0.5 + random())
      for (let step = 0; step < long; step++) {
        const [x, y] = [Math.floor(left + lean * step), Math.floor(top + step)]
        if (x < 0 || x >= width || y < 0 || y >= height) continue
        const at = y * width + x
        drops[at] = Math.min(1, drops[at]! + bright * Math.sin((step / long) * Math.PI))
      }
    }
    const blurred = gaussianBlur({ width, height, data: drops }, soft * Math.max(0.8, scale)).data
    for (let at = 0; at < veil.length; at++) veil[at] = veil[at]! + blurred[at]! * (1 + soft * 0.5)
  }
  for (let at = 0, to = 0; at < veil.length; at++, to += 3) {
    const share = clamp(veil[at]! * 1.25, 0, 0.75)
    for (let channel = to; channel < to + 3; channel++)
      data[channel] = data[channel]! + (0.86 - data[channel]!) * share
  }
}
