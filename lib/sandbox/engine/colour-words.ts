import 'server-only'
import type { Colour } from './change-colours'

const named: Record<string, string> = {
  red: 'd62828', crimson: 'b3122f', orange: 'f28c28', amber: 'ffbf00', gold: 'd4af37', golden: 'd4af37', yellow: 'f2d027',
  lime: '9acd32', green: '2e9e4f', olive: '808000', mint: '7fd8b0', teal: '0f8b8d', turquoise: '30c5bd', cyan: '17bebb',
  blue: '1e6fd9', navy: '1f3a6e', indigo: '4b3fb5', purple: '7b3fb5', violet: '7f3fbf', magenta: 'c9278f',
  pink: 'ec6fa9', rose: 'e0567f', coral: 'ff7f50', brown: '8b5a2b', beige: 'd8c3a5',
} // prettier-ignore

/** The names as one regular expression group. */
export const colourNames = Object.keys(named).join('|')

const mention = new RegExp(`#([0-9a-f]{6}|[0-9a-f]{3})\\b|\\b(${colourNames})\\b`)

/** The first colour in the words, by hex or name. */
export function colourIn(words: string): { colour: Colour; text: string } | undefined {
  const found = mention.exec(words)
  const hex = found?.[1] ?? named[found?.[2] ?? '']
  if (!found || !hex) return undefined
  const six = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  const channel = (at: number) => parseInt(six.slice(at, at + 2), 16)
  return { colour: [channel(0), channel(2), channel(4)], text: found[0] }
}
