import 'server-only'
import { flowOf } from '@/lib/sandbox/engine/painting/flow'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, mix } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const neon = defineStyle({
  name: 'neon',
  what: 'neon outlines',
  pattern:
    /\b(?:neon(?: (?:lights?|outlines?|lines?|glow|sign|cyberpunk|look|style|edges|art))*|cyberpunk(?: (?:look|style|neon))*|synthwave|vaporwave|tron(?: style)?|glowing (?:lines|edges|outlines))\b/,
  example: 'neon cyberpunk look',
  seeded: false,
  approximates(matched) {
    const other = /cyberpunk|synthwave|vaporwave|tron/.exec(matched)?.[0]
    return other && `${other}: used neon outlines`
  },
  paint,
})

/** Along the tubes from the top left to the bottom right: cyan, violet, pink. */
const tubes = [
  [0, 0.9, 1],
  [0.75, 0.2, 1],
  [1, 0.1, 0.55],
] as const
const night = [0.01, 0.01, 0.05] as const

/** The outlines glow, and the picture is as at night. */
function paint(picture: FloatPicture, { scale }: Brush): FloatPicture {
  const { width, height } = picture
  const flow = flowOf(gaussianBlur(lumaOf(picture), 1.2 * scale), 1.6 * scale)
  const edges = { width, height, data: flow.strength.map((strength) => clamp(strength * 2 - 0.1)) }
  const tube = gaussianBlur(edges, 1.6 * scale).data
  const glow = gaussianBlur(edges, 10 * scale).data
  const drawn = emptyFloat(width, height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const way = ((x / width) * 0.6 + (y / height) * 0.4) * 2
      const [from, to] = way < 1 ? [tubes[0], tubes[1]] : [tubes[1], tubes[2]]
      const core = edges.data[at]! ** 3 * 0.6
      for (let channel = 0; channel < 3; channel++) {
        const colour = mix(from[channel]!, to[channel]!, way % 1)
        const dim = night[channel]! + picture.data[at * 3 + channel]! * 0.14
        drawn.data[at * 3 + channel] = dim + colour * (tube[at]! * 1.3 + glow[at]! * 0.8) + core
      }
    }
  return drawn
}
