import 'server-only'
import { flowOf } from '@/lib/sandbox/engine/painting/flow'
import { inkLines } from '@/lib/sandbox/engine/painting/ink-lines'
import { levelLight } from '@/lib/sandbox/engine/painting/level-light'
import { liftedTone } from '@/lib/sandbox/engine/painting/lifted-tone'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { defineStyle, type Brush } from './define-style'

export const ink = defineStyle({
  name: 'ink',
  what: 'ink drawing',
  pattern:
    /\b(?:(?:pen and |pen & |indian? |chinese |black )?ink(?: (?:drawing|sketch|painting|art|style|wash))?|manga|sumi-?e|pen drawing)\b/,
  example: 'ink drawing',
  seeded: false,
  approximates: (matched) =>
    /manga|sumi|chinese/.test(matched) ? `${matched}: used the ink drawing filter` : undefined,
  paint,
})

const black = [0.05, 0.05, 0.07] as const
const white = [0.98, 0.97, 0.93] as const

function paint(picture: FloatPicture, { scale, sizeScale }: Brush): FloatPicture {
  const luma = levelLight(liftedTone(lumaOf(picture), 0.56), 110 * sizeScale, 0.5)
  const pen = {
    sigma: 1.5 * scale,
    edges: 20,
    level: 0.5,
    hardness: 60,
    steps: Math.max(1, Math.round(5 * scale)),
  }
  const paper = inkLines(luma, flowOf(luma, 4 * scale), pen).data
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < paper.length; at++)
    for (let channel = 0; channel < 3; channel++)
      drawn.data[at * 3 + channel] = black[channel]! + (white[channel]! - black[channel]!) * paper[at]!
  return drawn
}
