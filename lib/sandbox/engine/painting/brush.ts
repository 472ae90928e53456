import 'server-only'
import type { FloatPicture } from '../pixels/float-picture'

/** The points of one stroke: x, y, x, y …, in pixels. */
export interface Path {
  points: Float32Array
  count: number
}

/** What is painted on: colours, and how thick the paint lies. */
export interface Canvas {
  colours: FloatPicture
  paint: Float32Array
}

/** One wave, 0 to 1; looked up, because every pixel of every stroke asks for it. */
const waves = Float32Array.from({ length: 4096 }, (_, at) => 0.5 + 0.5 * Math.sin((at / 4096) * Math.PI * 2))
const stepsPerRadian = waves.length / (Math.PI * 2)

/**
 * A round brush with bristles. The function it gives lays one stroke of a colour on the canvas: fading at its rim,
 * streaked along its way.
 */
export function brushOn({ colours: { width, height, data }, paint }: Canvas, random: () => number) {
  let nearest = new Float32Array(65_536)
  let side = new Float32Array(65_536)
  return (path: Path, radius: number, colour: readonly number[]): void => {
    const { points, count } = path
    let left = Infinity
    let right = -Infinity
    let top = Infinity
    let bottom = -Infinity
    for (let at = 0; at < count * 2; at += 2) {
      left = Math.min(left, points[at]!)
      right = Math.max(right, points[at]!)
      top = Math.min(top, points[at + 1]!)
      bottom = Math.max(bottom, points[at + 1]!)
    }
    const x0 = Math.max(0, Math.floor(left - radius))
    const x1 = Math.min(width - 1, Math.ceil(right + radius))
    const y0 = Math.max(0, Math.floor(top - radius))
    const y1 = Math.min(height - 1, Math.ceil(bottom + radius))
    const across = x1 - x0 + 1
    const area = across * (y1 - y0 + 1)
    if (nearest.length < area) [nearest, side] = [new Float32Array(area), new Float32Array(area)]
    const limit = radius * radius
    nearest.fill(limit, 0, area)
    for (let at = 0; at < Math.max(1, count - 1) * 2; at += 2) {
      const ax = points[at]!
      const ay = points[at + 1]!
      // A single point is drawn as a very short line.
      const dx = count > 1 ? points[at + 2]! - ax : 0.5
      const dy = count > 1 ? points[at + 3]! - ay : 0
      const square = dx * dx + dy * dy || 1e-6
      const inverse = 1 / square
      const scale = Math.sqrt(inverse)
      const fromX = Math.max(x0, Math.floor(Math.min(ax, ax + dx) - radius))
      const toX = Math.min(x1, Math.ceil(Math.max(ax, ax + dx) + radius))
      const fromY = Math.max(y0, Math.floor(Math.min(ay, ay + dy) - radius))
      const toY = Math.min(y1, Math.ceil(Math.max(ay, ay + dy) + radius))
      for (let y = fromY; y <= toY; y++) {
        const down = y - ay
        const alongRow = down * dy
        for (let x = fromX, place = (y - y0) * across + fromX - x0; x <= toX; x++, place++) {
          const aside = x - ax
          let along = (aside * dx + alongRow) * inverse
          along = along < 0 ? 0 : along > 1 ? 1 : along
          const ex = aside - along * dx
          const ey = down - along * dy
          const distance = ex * ex + ey * ey
          if (distance >= nearest[place]!) continue
          nearest[place] = distance
          side[place] = (ex * dy - ey * dx) * scale
        }
      }
    }
    const phase = random() * 100 * stepsPerRadian
    const bristles = (((1.6 + random() * 1.4) * 6) / radius) * stepsPerRadian
    const red = colour[0]!
    const green = colour[1]!
    const blue = colour[2]!
    const reach = 1 / limit
    for (let y = y0, place = 0; y <= y1; y++)
      for (let x = x0; x <= x1; x++, place++) {
        if (nearest[place]! >= limit) continue
        const square = nearest[place]! * reach
        const distance = Math.sqrt(square)
        const bristle = waves[(side[place]! * bristles + phase) & (waves.length - 1)]!
        const cover = (distance > 0.82 ? (1 - distance) / 0.18 : 1) * (0.86 + 0.14 * bristle)
        const streak = (bristle - 0.5) * 0.055
        const at = y * width + x
        const to = at * 3
        data[to]! += (red + streak - data[to]!) * cover
        data[to + 1]! += (green + streak - data[to + 1]!) * cover
        data[to + 2]! += (blue + streak - data[to + 2]!) * cover
        const thick = (0.5 + 0.5 * bristle) * Math.sqrt(1 - square)
        paint[at]! += (thick - paint[at]!) * cover
      }
  }
}
