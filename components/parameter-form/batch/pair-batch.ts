export interface BatchPicture {
  /** Asset id. */
  id: string
  /** What its file was called; no two of a batch are called the same. */
  name: string
}

/** One line of the instructions, as far as it can be read by itself. */
export interface InstructionRow {
  /** In the text, from 1. */
  line: number
  /** The picture it names; absent where instructions go by order. */
  file?: string
  text: string
  /** Why it can't be read. */
  problem?: string
}

/** One cell's part of a batch. */
export interface BatchItem extends BatchPicture {
  instruction?: string
}

export interface PairedBatch {
  /** In the order they are run: of the lines where these name the pictures, else of the pictures. */
  items: BatchItem[]
  /** Sentences for the person, each with its line. */
  problems: string[]
}

/** Which picture gets which instruction: by the names of files where the lines give them, else in their order. */
export function pairBatch(batch: { pictures: BatchPicture[]; rows: InstructionRow[] }): PairedBatch {
  const { pictures, rows } = batch
  if (rows.length === 0) return { items: pictures, problems: [] }
  return rows.some(({ file }) => file !== undefined)
    ? pairByName(pictures, rows)
    : pairInOrder(pictures, rows)
}

function pairInOrder(pictures: BatchPicture[], rows: InstructionRow[]): PairedBatch {
  const without = pictures.slice(rows.length)
  const [first] = without
  const more = without.length > 1 ? ` and ${without.length - 1} more` : ''
  return {
    items: pictures.map((picture, index) => ({ ...picture, instruction: rows[index]?.text })),
    problems: [
      ...rows.flatMap((row, index) => {
        const own = problemOf(row)
        if (own) return own
        return index < pictures.length
          ? []
          : `Line ${row.line} has no picture: there ${pictures.length === 1 ? 'is' : 'are'} only ${pictures.length}.`
      }),
      ...(first
        ? [`${first.name}${more} ${more ? 'have' : 'has'} no instruction: add a line for each.`]
        : []),
    ],
  }
}

function pairByName(pictures: BatchPicture[], rows: InstructionRow[]): PairedBatch {
  const byName = new Map(pictures.flatMap((picture) => [[nameKey(picture.name), picture] as const]))
  const byStem = new Map<string, BatchPicture | undefined>()
  // Two pictures of one name with different endings: without its ending neither is meant.
  for (const picture of pictures) {
    const stem = stemOf(nameKey(picture.name))
    byStem.set(stem, byStem.has(stem) ? undefined : picture)
  }
  const items: BatchItem[] = []
  const problems: string[] = []
  for (const row of rows) {
    const own = problemOf(row)
    const key = nameKey(row.file ?? '')
    const picture = byName.get(key) ?? byStem.get(key)
    if (own) problems.push(own)
    else if (!key) problems.push(`Line ${row.line} names no picture.`)
    else if (!picture) problems.push(`Line ${row.line}: no picture here is called “${row.file}”.`)
    if (picture) items.push({ ...picture, instruction: row.text })
  }
  for (const picture of pictures) {
    if (items.some(({ name }) => name === picture.name)) continue
    problems.push(`${picture.name} has no instruction: add a line for it, or remove the picture.`)
    items.push(picture)
  }
  return { items, problems }
}

function problemOf({ line, text, problem }: InstructionRow): string | undefined {
  if (problem) return `Line ${line}: ${problem}`
  return text === '' ? `Line ${line} has no instruction.` : undefined
}

/** Lists are often made on another machine: folders, capitals and the spelling of accents are no difference. */
export function nameKey(name: string): string {
  return name
    .slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
    .trim()
    .normalize('NFC')
    .toLowerCase()
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]+$/, '')
}
