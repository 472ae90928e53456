import 'server-only'

/** What a background is called, as one regular expression group. */
export const background = '(?:back-?\\s?ground|back-?drop|bg)'

/** Verbs for giving a background something new. */
export const changing =
  '(?:change|replace|swap|switch|exchange|substitute|set|make|turn|convert|transform|paint|colou?r|fill|recolou?r|use|put|place|give|add|want)'

/** Whoever or whatever the picture is mainly of. */
export const subject =
  '(?:(?:the |this |that |my |his |her |their |main )*(?:subject|person|people|man|men|woman|women|girl|boy|lady|guy|child|kid|baby|model|figure|portrait|object|product|thing|animal|cat|dog|bird|horse|flower|cup|car|bottle|rocket|astronaut|raccoon|bowl)|her|him|them|it|me|us)'

/** The words behind the background: "blue" of "turn the white background blue"; all of them where nothing is behind. */
export function afterBackground(words: string): string {
  const after = words.split(new RegExp(`\\b${background}\\b`)).at(-1)!
  return after.trim() ? after : words
}
