import 'server-only'

/** Words for one whole picture laid on the other, where nothing is to be cut out. */
export const insetWords =
  '(?:insets?|picture[- ]in[- ]picture|pip|thumbnail|(?:in|into) (?:the |a |its )?(?:\\w+[- ]){0,2}corner|(?:the )?(?:whole|entire|complete|full) (?:image|picture|photo)|(?:small|little) (?:picture|photo|image) (?:in|on))'

export function asksForInset(words: string): boolean {
  return new RegExp(`\\b${insetWords}\\b`).test(words)
}
