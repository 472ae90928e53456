import 'server-only'
import { colourPattern, coloursIn } from '@/lib/sandbox/engine/grammar/colour-words'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { paintOver } from './paint-over'
import { withoutSkin } from './without-skin'

const verb = '(?:make|turn|dye|colou?r|paint|change|give|recolou?r|tint|bleach|with|want)'

export const recolourHair = defineOperation({
  name: 'recolour hair',
  pattern: new RegExp(
    `\\b(?:${verb}\\b.*?)?\\b(?:hair|curls|locks)\\b.*?${colourPattern}|` +
      `(?:\\b${verb}\\b.*?)?${colourPattern}(?:[- ]colou?red)? hair\\b|` +
      `\\b(?:make|turn) (?:her|him|them)(?: into)?(?: an?)? (?:blonde?|ginger)\\b`,
  ),
  example: 'change her hair to pink',
  kind: 'part',
  read({ near, hasMask }) {
    // "From brown to pink": the last is what it becomes.
    const wanted = hasMask ? undefined : coloursIn(near).at(-1)
    return wanted && { colour: wanted.colour, text: wanted.text }
  },
  describe: ({ text }) => `hair recoloured ${text}`,
  async apply(picture, { colour }, context) {
    const { cover } = await context.region('hair')
    return paintOver(picture, await withoutSkin(cover, context), colour)
  },
})
