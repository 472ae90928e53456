import 'server-only'
import { coloursIn, colourNames, type ColourWord } from '@/lib/sandbox/engine/grammar/colour-words'
import { layOver } from '@/lib/sandbox/engine/compositing/lay-over'
import { plain } from '@/lib/sandbox/engine/compositing/plain'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { readScene } from '@/lib/sandbox/engine/landscape/scene'
import { afterBackground, background, changing } from './background-words'
import { subjectOf } from './subject-of'

const colour = `(?:#[0-9a-f]{6}\\b|#[0-9a-f]{3}\\b|(?:${colourNames})\\b)`
const clean = '(?:plain|solid|clean|neutral|simple|seamless|uniform|studio|flat)'
const studioGrey: ColourWord = { colour: [242, 242, 240], text: 'light studio grey' }

export const backgroundColour = defineOperation({
  name: 'background colour',
  pattern: new RegExp(
    `(?:\\b${changing}\\b.{0,40}?)?\\b${background}\\b.{0,40}?(?<![\\w#])${colour}|` +
      `(?<![\\w#])${colour}(?: (?:${clean}|colou?r(?:ed)?|coloured))* ${background}\\b|` +
      `\\b${clean}(?: ${clean}| ${colour})* ${background}\\b|\\b${background}\\b.{0,20}\\b${clean}\\b|` +
      `\\b(?:isolate|cut out|put|place|set|show) .{0,30}\\b(?:on|onto|against|over) (?:an? )?(?:(?:pure|bright|${clean}) )*${colour}(?! (?:sand|sky|sea|hill))`,
  ),
  example: 'turn the background blue #0055ff',
  kind: 'part',
  read({ matched, near }) {
    if (/\b(?:gradient|fade|blur\w*|black (?:and|&) white|transparent|tint\w*)\b/.test(near)) return undefined
    if (/\b(?:image|picture|photo) ?#?[2-9]\b/.test(near)) return undefined
    // "More blue" is a shade of what is there, and "put the red cup …" names the subject.
    if (/\b(?:more|less|bit|slightly|little) \w+$/.test(matched)) return undefined
    const placed = /^(?:put|place|set|show|isolate|cut out)\b.* (?:on|onto|against|over) /
    const words = placed.test(matched) ? matched.replace(placed, '') : afterBackground(matched)
    const scene = words.replace(new RegExp(`\\b(?:sky blue|${clean})\\b`, 'g'), ' ')
    if (readScene(scene)) return undefined
    const named = [...coloursIn(words), ...coloursIn(near)]
    const hex = named.find(({ text }) => text.startsWith('#'))
    const found = hex ?? named[0] ?? studioGrey
    return { colour: [...found.colour] as ColourWord['colour'], text: found.text }
  },
  describe: ({ text }) => `${text} background`,
  async apply(picture, { colour }, context) {
    return layOver(plain(picture, colour), await subjectOf(picture, context))
  },
})
