import 'server-only'
import type { Colour } from '@/lib/sandbox/engine/change-colours'
import { colourNames, coloursIn } from '@/lib/sandbox/engine/grammar/colour-words'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { labOf } from '@/lib/sandbox/engine/pixels/lab'
import { clamp, lengthOf, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'
import { changeLabRows } from './lab-rows'

const verb = '(?:change|swap|replace|turn|make|recolou?r|shift|convert|paint)'
const what = '(?: (?:parts?|areas?|things?|objects?|colou?rs?|tones?|ones?|pixels|bits?|stuff))?'
const named = `(?:\\b(?:${colourNames})s?|#[0-9a-f]{6}|#[0-9a-f]{3})\\b`
/** Less of the picture than this is taken for noise. */
const needed = 0.003

export const recolourOneColour = defineOperation({
  name: 'recolour one colour',
  pattern: new RegExp(
    `\\b${verb} (?:all |every |only )?(?:of )?(?:the |that is |everything )?(?:colou?r )?(?:from )?${named}${what}` +
      ` (?:(?:in)?to |with |for |by |and make (?:it|them) )?(?:the |a )?(?:colou?r )?(?:(?:bright|dark|light|deep|pale) )?${named}`,
  ),
  example: 'change the red to blue',
  kind: 'part',
  read({ matched }) {
    const [from, to] = coloursIn(matched.replace(/\b(\w{3,})s\b/g, '$1'))
    if (!from || !to || from.text === to.text) return undefined
    return { from: from.colour, to: to.colour, fromText: from.text, toText: to.text }
  },
  describe: ({ fromText, toText }) => `${fromText} turned ${toText}`,
  apply: (picture, { from, to, fromText }) => turnColour(picture, from, to, fromText),
})

function turnColour(picture: Picture, from: Colour, to: Colour, name: string): Picture {
  const [fromLight, fromA, fromB] = labOf(from.map((value) => value / 255) as Colour)
  const [toLight, toA, toB] = labOf(to.map((value) => value / 255) as Colour)
  const share = likeness(fromLight, fromA, fromB)
  const [fromChroma, toChroma] = [Math.max(20, lengthOf(fromA, fromB)), lengthOf(toA, toB)]
  const [fromHue, toHue] = [Math.atan2(fromB, fromA), Math.atan2(toB, toA)]
  const isGrey = lengthOf(fromA, fromB) < 8
  let touched = 0
  const turned = changeLabRows(picture, undefined, (row) => {
    for (let at = 0; at < row.length; at += 3) {
      const light = row[at]!
      const a = row[at + 1]!
      const b = row[at + 2]!
      const here = share(light, a, b)
      if (here < 0.01) continue
      touched += here
      // Its own strength and a half of its own departures from the hue stay, so that shading stays drawn.
      const strength = isGrey ? toChroma * 0.85 : (lengthOf(a, b) / fromChroma) * toChroma
      const hue = toHue + (isGrey ? 0 : turnBetween(fromHue, Math.atan2(b, a)) * 0.5)
      row[at] = light + clamp((toLight - fromLight) * 0.55, -light * 0.7, (100 - light) * 0.7) * here
      row[at + 1] = a + (Math.cos(hue) * strength - a) * here
      row[at + 2] = b + (Math.sin(hue) * strength - b) * here
    }
  })
  const reached = touched / (picture.width * picture.height)
  if (reached >= needed) return turned
  throw new LowConfidence(
    `Hardly any ${name} was found: it covers ${(reached * 100).toFixed(1)} % of the picture, and ${needed * 100} % is needed.`,
    reached,
  )
}

/** How much of a colour belongs to the one named: by its hue, or for black, white and grey by its lightness. */
function likeness(light: number, a: number, b: number): (light: number, a: number, b: number) => number {
  const hue = Math.atan2(b, a)
  if (lengthOf(a, b) < 8)
    return (ownLight, ownA, ownB) =>
      (1 - smoothStep(14, 34, Math.abs(ownLight - light))) * (1 - smoothStep(8, 18, lengthOf(ownA, ownB)))
  const [least, most] = reachOf(hue)
  // Skin and wood have the hues of red and orange, and little of their strength; no such things are blue.
  const isWarm = Math.abs(turnBetween(hue, 0.9)) < 0.6
  const vivid = (lengthOf(a, b) / Math.max(12, light)) * (isWarm ? 1 : 0.4)
  return (ownLight, ownA, ownB) => {
    const chroma = lengthOf(ownA, ownB)
    if (chroma < 5) return 0
    const off = turnBetween(hue, Math.atan2(ownB, ownA))
    const ofHue =
      smoothStep(least - soft, least + soft, off) * (1 - smoothStep(most - soft, most + soft, off))
    const strong = smoothStep(vivid * 0.22, vivid * 0.52, chroma / Math.max(12, ownLight))
    return ofHue * strong * smoothStep(5, 12, chroma)
  }
}

/** Where one colour's name ends and the next begins, as angles in the a*b* plane: red, orange, yellow, green, teal,
 * blue, purple, pink. */
const borders = [15, 50, 78, 102, 170, 222, 306, 338].map((degrees) => (degrees * Math.PI) / 180)
const soft = 0.09

/** How far a hue reaches to either side, at least 9°. */
function reachOf(hue: number): [least: number, most: number] {
  const turns = borders.map((border) => turnBetween(hue, border))
  const before = Math.max(...turns.filter((turn) => turn < 0))
  const after = Math.min(...turns.filter((turn) => turn > 0))
  return [Math.min(before, -0.16), Math.max(after, 0.16)]
}

/** From one angle to another by the shorter way, -π to π. */
function turnBetween(from: number, to: number): number {
  return ((to - from + 3 * Math.PI) % (2 * Math.PI)) - Math.PI
}
