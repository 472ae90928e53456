import 'server-only'
import { eachRow } from './each-row'
import type { Picture } from './picture'

/**
 * Paints areas flat and keeps their edges: each pixel takes the mean of the squares around it, the calmest
 * counting most (after Kuwahara 1976; weighted, or the squares would show). Sums are kept in tables, so the radius costs nothing; about 40 bytes a pixel.
 */
export async function flattenAreas(picture: Picture, radius: number): Promise<Picture> {
  const { pixels, width, height, channels } = picture
  const stride = width + 1
  const sums = [0, 1, 2].map(() => new Float64Array(stride * (height + 1)))
  const squares = new Float64Array(stride * (height + 1))
  const [red, green, blue] = sums as [Float64Array, Float64Array, Float64Array]
  eachRow(picture, (y) => {
    const row = [0, 0, 0, 0] as [number, number, number, number]
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * channels
      const [r, g, b] = [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!]
      const light = 0.3 * r + 0.59 * g + 0.11 * b
      const at = (y + 1) * stride + x + 1
      red[at] = red[at - stride]! + (row[0] += r)
      green[at] = green[at - stride]! + (row[1] += g)
      blue[at] = blue[at - stride]! + (row[2] += b)
      squares[at] = squares[at - stride]! + (row[3] += light * light)
    }
  })
  const painted = new Uint8Array(pixels)
  eachRow(picture, (y) => {
    for (let x = 0; x < width; x++) {
      let [sumRed, sumGreen, sumBlue, total] = [0, 0, 0, 0]
      const to = (y * width + x) * channels
      for (let quarter = 0; quarter < 4; quarter++) {
        const left = Math.max(0, quarter & 1 ? x : x - radius)
        const right = Math.min(width, (quarter & 1 ? x + radius : x) + 1)
        const top = Math.max(0, quarter & 2 ? y : y - radius)
        const bottom = Math.min(height, (quarter & 2 ? y + radius : y) + 1)
        const [a, b, c, d] = [
          top * stride + left,
          top * stride + right,
          bottom * stride + left,
          bottom * stride + right,
        ]
        const count = (right - left) * (bottom - top)
        const r = (red[d]! - red[b]! - red[c]! + red[a]!) / count
        const g = (green[d]! - green[b]! - green[c]! + green[a]!) / count
        const blu = (blue[d]! - blue[b]! - blue[c]! + blue[a]!) / count
        const light = 0.3 * r + 0.59 * g + 0.11 * blu
        const unrest = (squares[d]! - squares[b]! - squares[c]! + squares[a]!) / count - light * light
        const weight = 1 / (2 + Math.max(0, unrest)) ** 3
        sumRed += r * weight
        sumGreen += g * weight
        sumBlue += blu * weight
        total += weight
      }
      painted[to] = Math.round(sumRed / total)
      painted[to + 1] = Math.round(sumGreen / total)
      painted[to + 2] = Math.round(sumBlue / total)
    }
  })
  return { ...picture, pixels: painted }
}
