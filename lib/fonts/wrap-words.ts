import 'server-only'

export interface Wrapping {
  /** Lines may not be wider than this, in the unit of `widthOf`. */
  maxWidth: number
  /** What is left over is cut, and the last line ends in "…". */
  maxLines: number
  widthOf(text: string): number
}

/** The lines of a text: at its own line ends, between words, and inside a word only if it is wider than a line. */
export function wrapWords(text: string, { maxWidth, maxLines, widthOf }: Wrapping): string[] {
  const fits = (line: string) => widthOf(line) <= maxWidth
  const lines = text.split(/\r\n|\r|\n/).flatMap((paragraph) => wrapParagraph(paragraph, fits))
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, Math.max(1, maxLines))
  const last = shorten(`${kept.at(-1)!} `, (start) => fits(`${start.trimEnd()}…`))
  return [...kept.slice(0, -1), `${last.trimEnd()}…`]
}

function wrapParagraph(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = word
    while (!fits(line)) {
      const start = shorten(line, fits)
      if (start === line) break
      lines.push(start)
      line = line.slice(start.length)
    }
  }
  return [...lines, line]
}

/** The longest start of a text that fits; at least one character, so that there is always progress. */
function shorten(text: string, fits: (start: string) => boolean): string {
  const characters = [...text]
  let [fitting, tooLong] = [1, characters.length + 1]
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1
    if (fits(characters.slice(0, middle).join(''))) fitting = middle
    else tooLong = middle
  }
  return characters.slice(0, fitting).join('')
}
