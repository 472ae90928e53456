/** A place where an instruction names a picture by its number: "image 1", "Image1", and both of "images 1 and 2". */
export interface Mention {
  /** Counted from 1, as it is written. */
  number: number
  /** The digits, as offsets into the text. */
  digits: { start: number; end: number }
  /** What is to be seen of it: the word too, where it is its own. */
  start: number
}

// "Reimage 1" and "image_1" are other words.
const word = /(?<![\p{L}\p{N}_])image(s?)[ \u00a0]?(?=[1-9])/giu
// "the image 50% darker", "image 2x" and "image 1.5 times" are amounts.
const number = /([1-9]\d?)(?![\p{L}\p{N}_]|\.\d|\s*(?:%|°|percent\b|times\b|px\b|pixels\b))/iuy
const between = /(?:, ?(?:and |or )?| (?:and|or|&) )(?=[1-9])/iuy

/** The pictures that a text names, in its order. A list of numbers is read after "images" only. */
export function findMentions(text: string): Mention[] {
  const found: Mention[] = []
  for (const { index, 0: head, 1: plural } of text.matchAll(word)) {
    let at: number | undefined = index + head.length
    let start = index
    while (at !== undefined) {
      number.lastIndex = at
      const digits: string | undefined = number.exec(text)?.[1]
      if (digits === undefined) break
      const end: number = at + digits.length
      found.push({ number: Number(digits), digits: { start: at, end }, start })
      between.lastIndex = end
      at = plural && between.test(text) ? between.lastIndex : undefined
      start = at ?? start
    }
  }
  return found
}

/** The text with the number of each mention replaced; everything else, spelling too, stays. */
export function renumberMentions(text: string, to: (number: number) => number): string {
  let result = ''
  let from = 0
  for (const { number: before, digits } of findMentions(text)) {
    result += text.slice(from, digits.start) + to(before)
    from = digits.end
  }
  return result + text.slice(from)
}

/**
 * What becomes of the numbers of pictures when their list changes. A picture that was removed gets a number that no
 * picture has, so that what named it names nothing and never another picture.
 *
 * @param offset  pictures that stand before the list, such as a batch's own
 * @param replaced  a picture that took the place of another, and is the same to whoever names it
 */
export function renumbering(
  before: readonly string[],
  after: readonly string[],
  { offset = 0, replaced }: { offset?: number; replaced?: { from: string; to: string } } = {},
): (number: number) => number {
  const gone = before.filter((id) => !after.includes(successor(id)))
  function successor(id: string): string {
    return id === replaced?.from ? replaced.to : id
  }
  return (number) => {
    const id = before[number - 1 - offset]
    if (id === undefined) return number
    const place = after.indexOf(successor(id))
    return offset + 1 + (place >= 0 ? place : after.length + gone.indexOf(id))
  }
}

/** The numbers that a text names and no picture has, in rising order. */
export function danglingMentions(text: string, pictures: number): number[] {
  const numbers = new Set(findMentions(text).map(({ number: one }) => one))
  return [...numbers].filter((one) => one > pictures).sort((one, other) => one - other)
}
