import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { changeColours, lightness, type Colour } from '@/lib/sandbox/engine/change-colours'
import { lengthOf, mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { lumaOf, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'

const paper: Colour = [22, 66, 138]
const deep: Colour = [14, 46, 104]
const line: Colour = [232, 241, 255]

export const blueprint = defineOperation({
  name: 'blueprint',
  pattern: /\b(?:blue ?-?prints?|technical drawing|architect(?:'s|ural)? (?:drawing|plan|sketch))\b/,
  example: 'turn it into a blueprint',
  read: () => ({}),
  describe: () => 'blueprint: white outlines on blue',
  apply: (picture) => atMost(picture, 1536, draw),
})

/** Outlines where the light changes (difference of two blurs and slope), a grid, and a hint of the shading. */
function draw(picture: Picture): Picture {
  const { width, height } = picture
  const scale = Math.max(width, height) / 1024
  const luma = lumaOf(toFloat(picture))
  const fine = gaussianBlur(luma, Math.max(0.6, 1.1 * scale)).data
  const wide = gaussianBlur(luma, Math.max(1, 2.6 * scale)).data
  const cell = Math.max(8, Math.round(32 * scale))
  return changeColours(picture, (colour, [across, down]) => {
    const x = Math.floor(across * width)
    const y = Math.floor(down * height)
    const at = y * width + x
    const slopeX = fine[y * width + Math.min(width - 1, x + 1)]! - fine[y * width + Math.max(0, x - 1)]!
    const slopeY = fine[Math.min(height - 1, y + 1) * width + x]! - fine[Math.max(0, y - 1) * width + x]!
    const slope = smoothStep(0.018, 0.11, lengthOf(slopeX, slopeY) * scale)
    const ridge = smoothStep(0.006, 0.035, Math.abs(fine[at]! - wide[at]!))
    const ink = Math.max(slope, ridge * 0.85)
    const grid =
      x % cell === 0 || y % cell === 0 ? (x % (cell * 4) === 0 || y % (cell * 4) === 0 ? 0.22 : 0.1) : 0
    const shade = lightness(colour) / 255
    for (let channel = 0; channel < 3; channel++) {
      const ground = mix(deep[channel]!, paper[channel]!, 0.35 + 0.65 * shade)
      colour[channel] = mix(mix(ground, line[channel]!, grid), line[channel]!, ink * 0.95)
    }
  })
}
