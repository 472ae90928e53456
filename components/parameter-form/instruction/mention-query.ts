/** What was typed after an "@" that asks for a picture. */
export interface MentionQuery {
  /** Where the "@" stands; the query ends at the caret. */
  start: number
  text: string
}

// Where no spaces are written between words, an "@" stands right behind one.
const asking = /(?<![^\P{L}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{N}_@.])@([\p{L}\p{N}]*)$/u

/** The query at the caret, if there is one; an "@" within a word, as in an address, asks for nothing. */
export function mentionQuery(text: string, caret: number): MentionQuery | undefined {
  // No need to look further back than a query is long.
  const from = Math.max(0, caret - 20)
  const found = asking.exec(text.slice(from, caret))
  return found ? { start: from + found.index, text: found[1] ?? '' } : undefined
}

/** Whether a picture's number is among what a query asks for: "", "2", "im", "image2". */
export function isAskedFor(number: number, query: string): boolean {
  const asked = query.toLowerCase()
  return `image${number}`.startsWith(asked) || `${number}`.startsWith(asked)
}
