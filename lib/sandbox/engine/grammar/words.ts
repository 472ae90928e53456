import 'server-only'
import { colourNames } from './colour-words'

const list = (words: string) => words.trim().split(/\s+/).join('|')

/** Words that name the picture as a whole or a quality all of it has: saying them points at no part of it. */
const whole = list(`it this that everything all whole entire picture pictures image images image1 photo photos
  photograph scene shot frame colou?rs? contrast brightness saturation lights? lighting tones? hues? temperature exposure
  look mood style atmosphere vibe feel feeling effect filter edges? corners? borders? sharpness left right top bottom
  cent(?:er|re) middle same first highlights? shadows original result canvas details? version degrees? amount ratio size
  aspect`)

/** Words that change nothing about what is meant. */
const filler =
  list(`a an the and or of to into in on at by for from with as is are be its it's that so just please now
  can could would you we me i i'd want like need should make makes making turn turns change changes convert transform
  give gives add adds apply use set get render create generate show put do have let keep edit adjust increase decrease
  reduce raise lower boost more less than there over under across around through near up down very much bit little
  slightly lot some any only also then too really quite rather nice nicer pretty beautiful stunning gorgeous lovely great
  good better amazing dramatic subtle strong gentle soft light heavy extreme full tone tones shade look looks looking
  feel feels seem appear become style styled art artistic painting painted drawing drawn illustration artwork effect
  filter version photo-?realistic realistic detailed highly ultra hd 4k 8k masterpiece quality resolution high
  professional photography cinematic px pixels? percent degrees? deg clockwise counter-?clockwise anti-?clockwise
  horizontal(?:ly)? vertical(?:ly)? left right top bottom hex radius strength block blocks landscape portrait wide
  wintry graphite paint paints video games? f again was taken shot like levels? serene rolling distant tall snow-?capped calm peaceful majestic vast epic wild colou?red completely totally fully entirely somewhat touch tad hand old square variant run
  if were time light evening morning first finally just again pure last next strongly gently softly heavily intensely extremely dramatically hard`)

const refused = /\b(?:do not|don['’]?t|without|no|not|never|avoid|keep|instead of)\b/

/** Marks the place of words an operation has answered to. */
export const answered = '□'

const verb = new RegExp(
  `^(?:please |now |just |can you |could you |i want you to |i'd like to )*` +
    `(?:${answered}|(?:make|turn|paint|colou?r|render|convert|change|give|get|add|apply|set|put|let|increase|decrease|reduce|raise|boost|lower|use|replace|swap|remove|erase|move|place|dye)\\b)`,
)
/** "the sky", "her long hair": up to a word that ends it. */
const things = new RegExp(
  `(?<!\\b(?:like|of|over|as|than|from|under|by) )\\b(?:the|its|his|her|their|my|your|our|this|these|those)\\s+` +
    `((?:(?!(?:in|on|of|to|into|with|and|like|at|by|very|more|less|much|a|look|be|feel|\\w+ly)\\b)[\\w'-]+\\s*){1,3})`,
  'g',
)
const isWhole = new RegExp(`^(?:${whole})$`)
const besideAnswer = new RegExp(`${answered} (?:the|its|his|her|their|my|your|our) `)
const atStart = /^(?:the|its|his|her|their|my|your|our) /

/**
 * "the lake", where the words speak of something other than the picture as a whole.
 *
 * @param rest a clause with `answered` for what was understood
 */
export function thingNamed(rest: string): string | undefined {
  const speaksOfThings = verb.test(rest) || besideAnswer.test(rest) || atStart.test(rest)
  if (!speaksOfThings) return undefined
  const found = [...rest.matchAll(things)].find(([, thing = '']) => {
    const head = thing.trim().split(/\s+/).at(-1) ?? ''
    return !isWhole.test(head)
  })
  return found?.[0].trim()
}

const smallParts =
  /(?<!\b(?:around|near|under|below|above|over|on|except) )\b(?:the|its|his|her|their|my|your|our|[\w-]+['’]s) (?:eyes?|eyebrows?|eyelashes|lips?|teeth|nose|ears?|tongue|whiskers|paws?|tail|beak|(?:finger)?nails)\b/

/** "the eyes", where a clause speaks of a part of a body that nothing here finds. */
export function smallPart(clause: string): string | undefined {
  return smallParts.exec(clause)?.[0]
}

/** True if a clause begins with a verb. */
export function asksForSomething(clause: string): boolean {
  return verb.test(clause)
}

/** True if a clause speaks of the picture again after one before it spoke of a part. */
export function beginsAnew(clause: string): boolean {
  return /^(?:please )?(?:add|apply|give)\b|\b(?:it|this|image|picture|photo|everything|all)\b/.test(clause)
}

/** True if what comes before an operation's words says not to do it. */
export function refuses(before: string): boolean {
  return refused.test(before)
}

const known = new RegExp(`^(?:${whole}|${filler}|${colourNames}|#?[\\d.,:%°×x-]+(?:px|deg|th)?|#[0-9a-f]+)$`)

/** The words of a clause that nothing answers to and that are no filler, in order and each once; empty if all is well. */
export function leftOver(rest: string, alsoKnown: (word: string) => boolean): string {
  const words = rest.match(/[#\p{L}\p{N}][\p{L}\p{N}%°.:×'’-]*/gu) ?? []
  const left = words.filter((word) => !known.test(word.replace(/[.:'’-]+$/, '')) && !alsoKnown(word))
  return shortened([...new Set(left)].join(' '))
}

/** Clauses that ask to leave the rest as it is: what every operation does anyway. */
export const keepsRest = new RegExp(
  "^(?:please )?(?:keep(?:ing)?|leav(?:e|ing)|preserv(?:e|ing)|maintain(?:ing)?|without changing|(?:do not|don['’]?t) (?:change|touch|crop|rotate|cut))\\b.*" +
    '\\b(?:everything|anything|all|rest|composition|framing|layout|pose|position|size|resolution|proportions|details?|it|in colou?r|as (?:is|it is|he is|she is|they are)|unchanged|untouched|the same)\\b',
)

/** Of what was not understood enough is told to find it again. */
export function shortened(text: string): string {
  return text.length > longestTold ? `${text.slice(0, longestTold - 1).trimEnd()}…` : text
}
const longestTold = 160
