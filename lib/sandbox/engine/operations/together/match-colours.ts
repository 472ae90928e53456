import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { fromFloat, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { fromLab, toLab, type LabPicture } from '@/lib/sandbox/engine/pixels/lab'
import { clamp, mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'

const other =
  '(?:(?:image|picture|photo|reference) ?#?[2-9]|(?:second|other|reference) (?:image|picture|photo|one))'
const look =
  '(?:colou?r(?:s|ing)?|palette|mood|look|tones?|toning|grading|colou?r grad(?:e|ing)|atmosphere|style|vibe|feel)'

export const matchColours = defineOperation({
  name: 'match the colours',
  pattern: new RegExp(
    `\\b(?:match|transfer|copy|apply|take|use|borrow|steal|give|make|adopt|get)\\b.*?(?:\\b${look}\\b.*?\\b(?:of|from|in|like|to|with)\\b.*?\\b${other}|\\b${other}(?:['’]s)? ${look})\\b` +
      `|\\b${look} (?:of|from|like) (?:the )?${other}\\b|\\bcolou?r[- ]match\\b.*?\\b${other}\\b|\\b${look} transfer\\b|\\bmatch (?:it )?(?:to |with )?(?:the )?${other}\\b`,
  ),
  example: 'match the colours of image 2',
  kind: 'pair',
  read({ clause, images }) {
    const number = Number(/\b(?:image|picture|photo|reference) ?#?([2-9])\b/.exec(clause)?.[1] ?? 2)
    if (images < number) return undefined
    return { number, strength: Math.min(1, 0.9 * amountIn(clause)) }
  },
  describe: ({ number }) => `colours matched to those of image ${number}`,
  approximates: () => 'colours and light are taken over, not the way it is drawn or painted',
  apply: async (picture, { number, strength }, { image }) => {
    const reference = await rawPicture(
      asSharp(await image(number))
        .removeAlpha()
        .resize({ width: 256, height: 256, fit: 'inside' }),
    )
    const wanted = tonesOf(toLab(toFloat(reference)))
    return atMost(picture, 1536, (small) => match(small, wanted, strength))
  },
})

/** Mean and spread of L*, a*, b* of one zone. */
interface Zone {
  mean: [number, number, number]
  spread: [number, number, number]
}

/** Shadows, middle tones and lights apart, by where a pixel stands in its own picture; and all of it. */
interface Tones {
  zones: [Zone, Zone, Zone]
  whole: Zone
}

function weightsAt(light: number, { mean, spread }: Zone): [number, number, number] {
  const place = (light - mean[0]) / Math.max(4, spread[0])
  const dark = smoothStep(0, -1.3, place)
  const bright = smoothStep(0, 1.3, place)
  return [dark, 1 - dark - bright, bright]
}

function zoneOf({ data }: LabPicture, weight: (light: number) => number): Zone {
  const sums = [0, 0, 0]
  const squares = [0, 0, 0]
  let total = 1e-6
  for (let at = 0; at < data.length; at += 3) {
    const share = weight(data[at]!)
    total += share
    for (let channel = 0; channel < 3; channel++) {
      const value = data[at + channel]!
      sums[channel]! += value * share
      squares[channel]! += value * value * share
    }
  }
  const mean = sums.map((sum) => sum / total) as Zone['mean']
  const spread = squares.map((square, at) =>
    Math.sqrt(Math.max(0, square / total - mean[at]! ** 2)),
  ) as Zone['spread']
  return { mean, spread }
}

function tonesOf(lab: LabPicture): Tones {
  const whole = zoneOf(lab, () => 1)
  const zone = (index: 0 | 1 | 2) => zoneOf(lab, (light) => weightsAt(light, whole)[index] + 1e-4)
  return { whole, zones: [zone(0), zone(1), zone(2)] }
}

/** Every ninth pixel: enough for means and spreads. */
function sampleOf({ width, height, data }: LabPicture): LabPicture {
  const step = Math.min(width, height) < 96 ? 1 : 3
  const [wide, high] = [Math.ceil(width / step), Math.ceil(height / step)]
  const few = new Float32Array(wide * high * 3)
  for (let y = 0, to = 0; y < height; y += step)
    for (let x = 0; x < width; x += step)
      for (let channel = 0, from = (y * width + x) * 3; channel < 3; channel++)
        few[to++] = data[from + channel]!
  return { width: wide, height: high, data: few }
}

/** Statistics of colour taken over in L*a*b* (Reinhard et al. 2001), for three zones of light each by itself. */
function match(picture: Picture, wanted: Tones, strength: number): Picture {
  const lab = toLab(toFloat(picture))
  const own = tonesOf(sampleOf(lab))
  const { data } = lab
  const lightScale = clamp(wanted.whole.spread[0] / Math.max(1, own.whole.spread[0]), 0.65, 1.5)
  // a* and b* of a zone are moved as one factor and one shift; a pixel takes of each zone by its light.
  const moves = ([1, 2] as const).map((channel) =>
    ([0, 1, 2] as const).map((zone) => {
      const from = own.zones[zone]
      const to = wanted.zones[zone]
      const factor = clamp(to.spread[channel] / Math.max(1.5, from.spread[channel]), 0.45, 1.7)
      return { factor, shift: to.mean[channel] - from.mean[channel] * factor }
    }),
  )
  // By light from 0 to 100 in steps of a half.
  const byLight = Array.from({ length: 201 }, (_, step) => {
    const weights = weightsAt(step / 2, own.whole)
    const sum = (channel: 0 | 1, part: 'factor' | 'shift') =>
      weights.reduce((total, weight, zone) => total + weight * moves[channel]![zone]![part], 0)
    return [sum(0, 'factor'), sum(0, 'shift'), sum(1, 'factor'), sum(1, 'shift')] as const
  })
  for (let at = 0; at < data.length; at += 3) {
    const light = data[at]!
    const [aFactor, aShift, bFactor, bShift] = byLight[clamp(Math.round(light * 2), 0, 200)]!
    const moved = (light - own.whole.mean[0]) * lightScale + wanted.whole.mean[0]
    data[at] = clamp(mix(light, moved, 0.7 * strength), 0, 100)
    data[at + 1] = mix(data[at + 1]!, data[at + 1]! * aFactor + aShift, strength)
    data[at + 2] = mix(data[at + 2]!, data[at + 2]! * bFactor + bShift, strength)
  }
  return fromFloat(fromLab(lab), picture)
}
