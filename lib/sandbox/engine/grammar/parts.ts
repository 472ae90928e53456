import 'server-only'
import type { RegionName, Scope } from '../regions/region'

/** A part of the picture that a clause speaks of. */
export interface NamedPart {
  scope: Exclude<Scope, string>
  /** The clause without the words for it. */
  rest: string
  /** What is not quite as it was said: the main subject taken for "the car". */
  note?: string
}

const people =
  'person|people|man|woman|men|women|girl|boy|child|kid|baby|lady|guy|face of the person|model|figure|portrait'
/** Things that are mostly the main subject where a person speaks of them. The engine knows none of them by sight. */
const things =
  'cat|dog|kitten|puppy|horse|bird|raccoon|animal|pet|car|truck|bike|bicycle|motorcycle|boat|ship|plane|rocket|bottle|cup|mug|bowl|vase|glass|plate|spoon|chair|table|sofa|lamp|shoe|shoes|bag|watch|phone|laptop|camera|book|toy|product|object|thing|item|flower|flowers|rose|dandelion|plant|fruit|apple|cake|food|burger|pizza|coffee|building|house|church|tower|statue|astronaut|robot|balloon|guitar|train|bus'
const article = '(?:(?:the|its|his|her|their|my|your|our|this|that|those|these|all) )'
const kept = '(?:(?:white|black|big|small|old|young|long|little|whole|entire|main|wooden|metal|left|right) )*'

const words: readonly { pattern: string; region: RegionName; outside?: boolean; guess?: boolean }[] = [
  {
    pattern: `back-?grounds?|back-?drop|surroundings|everything behind (?:him|her|it|them|the \\w+)|behind (?:him|her|it|them|the \\w+)`,
    region: 'subject',
    outside: true,
  },
  { pattern: 'sky|skies|clouds', region: 'sky' },
  { pattern: 'hair|curls|locks', region: 'hair' },
  {
    pattern:
      'clothes|clothing|outfit|shirts?|t-?shirts?|dress|jacket|coat|suit|sweater|hoodie|trousers|pants|jeans|skirt|blouse|uniform|spacesuit',
    region: 'clothes',
  },
  { pattern: 'faces?', region: 'face' },
  { pattern: 'skin|complexion', region: 'skin' },
  { pattern: `(?:main )?subjects?|fore-?ground|${people}|him|them`, region: 'subject' },
  { pattern: things, region: 'subject', guess: true },
]
const except = '(?:except|but|apart from|other than|besides|around|outside)(?: for| not)?'

const patterns = words.map(({ pattern, region, outside = false, guess = false }) => {
  // "with a dog" speaks of something new; only "the dog" is there already.
  const thing = `${article}${guess ? '' : '?'}${kept}(?:${pattern})\\b`
  return {
    region,
    outside,
    guess,
    said: new RegExp(
      `(?<!\\b(?:an?|with) )\\b(?:(?:only|just|on|in|of|to|for|at) )*${thing}(?:['’]s)?(?: only)?`,
    ),
    excepted: new RegExp(`\\b(?:everything|anything|all|the rest)?\\s*${except} ${thing}`),
  }
})
/** "her" and "him" alone: as in "brighten her", not as in "her car". */
const pronoun =
  /\b(?:her|him|them)\b(?=\s*(?:$|□|a |in |and |more|less|much|very|slightly|brighter|darker|black))/

/** The part of the picture a clause speaks of, if it is one the engine looks for. @param rest a clause with `answered` for
 * what operations answer to */
export function namedPart(rest: string): NamedPart | undefined {
  for (const { region, outside, excepted } of patterns) {
    const found = excepted.exec(rest)
    if (found) return { scope: { region, outside: !outside }, rest: without(rest, found) }
  }
  for (const { region, outside, guess, said } of patterns) {
    const found = said.exec(rest)
    if (!found) continue
    const note = guess ? `took the main subject for “${found[0].trim()}”` : undefined
    return { scope: { region, outside }, rest: without(rest, found), ...(note && { note }) }
  }
  const found = pronoun.exec(rest)
  return found ? { scope: { region: 'subject', outside: false }, rest: without(rest, found) } : undefined
}

function without(rest: string, { index, 0: words }: RegExpExecArray): string {
  return `${rest.slice(0, index)} ${rest.slice(index + words.length)}`
}
