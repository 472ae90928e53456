import 'server-only'
import { smoothAlong } from '@/lib/sandbox/engine/painting/along-flow'
import { flowOf, type Flow } from '@/lib/sandbox/engine/painting/flow'
import { inkLines } from '@/lib/sandbox/engine/painting/ink-lines'
import { liftedTone } from '@/lib/sandbox/engine/painting/lifted-tone'
import { standardised, whiteNoise } from '@/lib/sandbox/engine/painting/noise-plane'
import { gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { lengthOf, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const woodcut = defineStyle({
  name: 'woodcut',
  pattern:
    /\b(?:wood ?-?(?:cut|block)(?: print)?|lino ?-?(?:cut|print)(?: print)?|engrav(?:ing|ed)|etch(?:ing|ed)|block print|scratch ?board)\b/,
  example: 'woodcut print',
  approximates: (matched) =>
    /engrav|etch|scratch/.test(matched) ? `${matched}: used the woodcut filter` : undefined,
  paint,
})

const paper = [0.955, 0.92, 0.84] as const
const black = [0.09, 0.07, 0.06] as const

/** Grooves along the forms, cut away the wider the lighter it is. */
function paint(picture: FloatPicture, { seed, scale }: Brush): FloatPicture {
  const luma = gaussianBlur(liftedTone(lumaOf(picture), 0.5), 1.2 * scale)
  const flow = straightWhereCalm(flowOf(luma, 7 * scale))
  const noise = gaussianBlur(whiteNoise(picture, seed), 1.35 * scale)
  const grooves = standardised(smoothAlong(noise, flow, Math.max(1, Math.round(18 * scale)))).data
  const pen = {
    sigma: 1.6 * scale,
    edges: 16,
    level: 0.42,
    hardness: 30,
    steps: Math.max(1, Math.round(6 * scale)),
  }
  const line = inkLines(luma, flow, pen).data
  const drawn = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < line.length; at++) {
    const light = luma.data[at]!
    // Pure black and pure paper stay free of grooves.
    const cut = smoothStep(-0.35, 0.35, (light - 0.47) * 4.2 + grooves[at]!)
    const shown = Math.max(cut * Math.max(line[at]!, smoothStep(0.02, 0.2, light) * 0.25), 0)
    for (let channel = 0; channel < 3; channel++)
      drawn.data[at * 3 + channel] = black[channel]! + (paper[channel]! - black[channel]!) * shown
  }
  return drawn
}

/** Where nothing is to follow, as in a sky, the knife goes straight across. */
function straightWhereCalm(flow: Flow): Flow {
  for (let at = 0; at < flow.x.length; at++) {
    const share = smoothStep(0.1, 0.03, flow.strength[at]!)
    const way = flow.x[at]! < 0 ? -1 : 1
    const x = flow.x[at]! * way * (1 - share) + share
    const y = flow.y[at]! * way * (1 - share) + 0.12 * share
    const length = lengthOf(x, y) || 1
    flow.x[at] = x / length
    flow.y[at] = y / length
  }
  return flow
}
