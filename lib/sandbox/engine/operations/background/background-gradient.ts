import 'server-only'
import type { Colour } from '@/lib/sandbox/engine/change-colours'
import { coloursIn } from '@/lib/sandbox/engine/grammar/colour-words'
import { gradient, type GradientDirection } from '@/lib/sandbox/engine/compositing/gradient'
import { layOver } from '@/lib/sandbox/engine/compositing/lay-over'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { background, changing } from './background-words'
import { subjectOf } from './subject-of'

const white: Colour = [255, 255, 255]
const greys: [Colour, Colour] = [
  [250, 250, 250],
  [190, 194, 200],
]

export const backgroundGradient = defineOperation({
  name: 'background gradient',
  pattern: new RegExp(
    `(?:\\b${changing}\\b.{0,40}?)?\\b${background}\\b.{0,40}?\\bgradient\\b|\\bgradient(?: \\w+){0,6} ${background}\\b|` +
      `\\b(?:\\w+ (?:to|and) )?\\w+ gradient ${background}\\b`,
  ),
  example: 'gradient background from pink to blue',
  kind: 'part',
  read({ near }) {
    const [first, second] = coloursIn(near)
    return {
      from: first ? (second ? first.colour : lighter(first.colour)) : greys[0],
      to: first ? (second?.colour ?? first.colour) : greys[1],
      text: [first?.text ?? 'light grey', second?.text].filter(Boolean).join(' to '),
      direction: directionIn(near),
    }
  },
  describe: ({ text }) => `gradient background (${text})`,
  async apply(picture, { from, to, direction }, context) {
    return layOver(gradient(picture, from, to, direction), await subjectOf(picture, context))
  },
})

function directionIn(words: string): GradientDirection {
  if (/\b(?:radial|round|circular|cent(?:er|re)|spotlight)\b/.test(words)) return 'radial'
  if (/\b(?:diagonal\w*|corner)\b/.test(words)) return 'diagonal'
  return /\b(?:horizontal\w*|left to right|sideways)\b/.test(words) ? 'across' : 'down'
}

function lighter(colour: Colour): Colour {
  return colour.map((value, channel) => Math.round(value + (white[channel]! - value) * 0.65)) as Colour
}
