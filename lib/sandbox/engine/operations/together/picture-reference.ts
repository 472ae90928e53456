import 'server-only'

/** What a picture is called, as one regular expression group. */
export const pictureNoun = '(?:images?|pictures?|photos?|photographs?|pics?|img)'
const ordinals = ['first', 'second', 'third', 'fourth'] as const

/** "image 2", "image2", "picture #2", "the second photo", "the other one", as one regular expression group. */
export const pictureReference =
  `(?:(?:the )?\\b${pictureNoun} ?#?[1-9]\\b|(?:the )?\\b(?:${ordinals.join('|')}) (?:${pictureNoun}|one)\\b|` +
  `(?:the )?\\bother (?:${pictureNoun}|one)\\b)`

const references = new RegExp(pictureReference, 'g')

/** The pictures named in the words, in order, from 1; "the other" is the second. */
export function pictureNumbers(words: string): number[] {
  return [...words.matchAll(references)].map(([text]) => {
    const digit = /[1-9]/.exec(text)?.[0]
    if (digit) return Number(digit)
    const place = ordinals.findIndex((word) => text.includes(word))
    return place < 0 ? 2 : place + 1
  })
}
