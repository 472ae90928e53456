import 'server-only'
import type { Colour } from '../change-colours'

const named: Record<string, string> = {
  red: 'd62828', crimson: 'b3122f', orange: 'f28c28', amber: 'ffbf00', gold: 'd4af37', golden: 'd4af37', yellow: 'f2d027',
  lime: '9acd32', green: '2e9e4f', olive: '808000', mint: '7fd8b0', teal: '0f8b8d', turquoise: '30c5bd', cyan: '17bebb',
  blue: '1e6fd9', navy: '1f3a6e', indigo: '4b3fb5', purple: '7b3fb5', violet: '7f3fbf', magenta: 'c9278f',
  pink: 'ec6fa9', rose: 'e0567f', coral: 'ff7f50', brown: '8b5a2b', beige: 'd8c3a5',
  black: '000000', white: 'ffffff', grey: '808080', gray: '808080', silver: 'b8bcc2',
  'sky blue': '87ceeb', 'light blue': '90caf9', 'dark blue': '12306b', 'royal blue': '2b50c8',
  'light green': '9ad49c', 'dark green': '1b4d2b', 'light grey': 'd3d3d3', 'light gray': 'd3d3d3',
  'dark grey': '404040', 'dark gray': '404040', 'dark red': '8b1a1a', 'hot pink': 'ff2d8a', 'light pink': 'f7bfd3',
  maroon: '6b1426', burgundy: '6d1a36', lavender: 'b9a3e3', cream: 'fff4d6', ivory: 'fffff0', peach: 'ffcba4',
  salmon: 'fa8072', tan: 'd2b48c', khaki: 'bdb26f', emerald: '0f9d63', blonde: 'd9b45b', blond: 'd9b45b',
  ginger: 'b5521b', chestnut: '6f3d24',
} // prettier-ignore

/** The names as one regular expression group. */
export const colourNames = Object.keys(named).join('|')

/** As an expression: a colour by its name, or by three or six hexadecimal digits. */
export const colourPattern = `(?:\\b(?:${colourNames})|#[0-9a-f]{6}|#[0-9a-f]{3})\\b`

/** What a word before a colour makes of it: mixed with black or white by a share. */
const shades: Record<string, [value: number, share: number]> = {
  dark: [0, 0.45], deep: [0, 0.3], light: [255, 0.45], pale: [255, 0.6], pastel: [255, 0.55],
} // prettier-ignore

const mentions = new RegExp(
  `#([0-9a-f]{6}|[0-9a-f]{3})\\b|\\b(?:(${Object.keys(shades).join('|')})[ -])?(${colourNames})\\b`,
  'g',
)

/** A colour and the words for it. */
export interface ColourWord {
  colour: Colour
  text: string
}

/** The first colour in the words, by hex or name. */
export function colourIn(words: string): ColourWord | undefined {
  return coloursIn(words)[0]
}

/** All colours in the words, in order. */
export function coloursIn(words: string): ColourWord[] {
  return [...words.matchAll(mentions)].map(([text, digits, shade, name]) => {
    if (digits || named[text]) return { colour: fromHex(digits ?? named[text]!), text }
    const colour = fromHex(named[name!]!)
    const [value, share] = shades[shade ?? ''] ?? [0, 0]
    return { colour: colour.map((own) => Math.round(own + (value - own) * share)) as Colour, text }
  })
}

function fromHex(hex: string): Colour {
  const six = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  const channel = (at: number) => parseInt(six.slice(at, at + 2), 16)
  return [channel(0), channel(2), channel(4)]
}
