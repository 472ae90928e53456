import Papa from 'papaparse'
import type { InstructionRow } from './pair-batch'

const fileHeadings = ['file', 'filename', 'file name', 'file_name', 'picture', 'image', 'name']
const textHeadings = ['instruction', 'instructions', 'prompt', 'edit']
const pictureFile = /\.(jpe?g|png|webp|gif|avif|hei[cf]|tiff?)$/i

/**
 * Reads what was pasted or loaded: CSV (comma, semicolon or tab) under a heading with a column `instruction` or `prompt`
 * and maybe one `file` or `picture`; CSV without a heading whose first column names picture files; or else one
 * instruction on each line. Empty lines are skipped.
 */
export function readInstructions(given: string): InstructionRow[] {
  const text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { lines, delimiter } = readCsv(text)
  const [heading] = lines
  if (!heading) return []
  const names = heading.cells.map((cell) => cell.trim().toLowerCase())
  const textColumn = names.findIndex((name) => textHeadings.includes(name))
  const fileColumn = names.findIndex((name) => fileHeadings.includes(name))
  if (textColumn >= 0) {
    const rows = lines.slice(1).map((line) => rowOf(line, textColumn, fileColumn, names.length, delimiter))
    return rows.length > 0 ? rows : [{ line: 1, text: '', problem: 'below the heading nothing follows.' }]
  }
  const namesFiles = (some: CsvLine[]) => some.some(({ cells }) => pictureFile.test((cells[0] ?? '').trim()))
  if (fileColumn >= 0 && (names.length > 1 || namesFiles(lines.slice(1))))
    return [{ line: 1, text: '', problem: 'the heading needs a column “instruction”.' }]
  if (namesFiles(lines.filter(({ cells }) => cells.length > 1)))
    return lines.map((line) => rowOf(line, 1, 0, 2, delimiter))
  return text
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((row) => row.text !== '')
}

interface CsvLine {
  /** Where it begins, from 1: a quoted field may hold line breaks. */
  line: number
  cells: string[]
  problem?: string
}

function readCsv(text: string): { lines: CsvLine[]; delimiter: string } {
  const lines: CsvLine[] = []
  const delimiter = delimiterOf(text)
  let start = 0
  let line = 1
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const isEmpty = data.every((cell) => cell.trim() === '')
      const quote = errors.find(({ type }) => type === 'Quotes')
      const problem = quote && 'a quotation mark is opened and not closed, or closed too early.'
      if (!isEmpty) lines.push({ line, cells: data, problem })
      for (const char of text.slice(start, meta.cursor)) if (char === '\n') line++
      start = meta.cursor
    },
  })
  return { lines, delimiter }
}

/** What comes first: a spreadsheet's own guess goes by many lines, and a list of instructions may have few. */
function delimiterOf(text: string): string {
  const unquoted =
    text
      .trimStart()
      .split('\n', 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? ''
  return /[,;\t]/.exec(unquoted)?.[0] ?? ','
}

/** @param columns  how many the table has */
function rowOf(
  { line, cells, problem }: CsvLine,
  textColumn: number,
  fileColumn: number,
  columns: number,
  delimiter: string,
): InstructionRow {
  // An instruction in the last column that holds commas and no quotes is meant as it stands.
  const last = textColumn === columns - 1 ? cells.slice(textColumn).join(delimiter) : cells[textColumn]
  return {
    line,
    ...(fileColumn >= 0 && { file: (cells[fileColumn] ?? '').trim() }),
    text: (last ?? '').trim(),
    ...(problem && { problem }),
  }
}
