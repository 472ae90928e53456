/** Pixels. */
interface Size {
  width: number
  height: number
}

export interface SheetCell {
  title: string
  /** Lines below the title: what came of it. */
  facts: string[]
  /** Absent where there is no picture: then `facts` says why. */
  picture?: Size
}

export interface SheetLine {
  text: string
  /** Left end and baseline. */
  x: number
  y: number
  kind: 'title' | 'heading' | 'fact'
}

export interface SheetLayout extends Size {
  lines: SheetLine[]
  /** Where each cell's picture goes, whole; index of the cell. */
  pictures: (Size & { x: number; y: number; cell: number })[]
  /** Where the input picture goes. */
  input?: Size & { x: number; y: number }
}

export interface SheetInput {
  title: string
  footer: string
  input?: Size
  cells: SheetCell[]
  /** How many stand beside each other. */
  columns: number
  /** Width of a text in pixels. */
  measure(text: string, kind: SheetLine['kind']): number
}

/** Font sizes in pixels; the same on every sheet, so that the labels can always be read. */
export const sheetFonts = { title: 26, heading: 18, fact: 16 }
/** No browser draws much larger ones, and phones not even these. */
export const mostSide = 8000
const mostArea = 16_000_000

const margin = 32
const gap = 24
const widestCell = 512
const narrowestCell = 200

/**
 * Where everything stands on a contact sheet. The cells shrink until the sheet keeps within 8000 pixels a side and 16
 * megapixels; if the columns would become too narrow for their labels, there are fewer of them.
 */
export function layOutSheet(input: SheetInput): SheetLayout {
  let columns = Math.max(1, Math.min(input.columns, input.cells.length))
  const most = Math.floor((mostSide - 2 * margin + gap) / (narrowestCell + gap))
  if (columns > most) columns = Math.ceil(Math.sqrt(input.cells.length))
  for (let cellWidth = widestCell; ; cellWidth = Math.floor(cellWidth * 0.94)) {
    const layout = layOutAt(input, columns, cellWidth)
    const isWithin =
      layout.width <= mostSide && layout.height <= mostSide && layout.width * layout.height <= mostArea
    if (isWithin) return layout
    if (cellWidth > narrowestCell) continue
    // Too tall a column of them: more beside each other.
    if (columns >= most) return layout
    columns += 1
    cellWidth = widestCell
  }
}

function layOutAt(input: SheetInput, columns: number, cellWidth: number): SheetLayout {
  const { cells, measure } = input
  const width = Math.max(2 * margin + columns * (cellWidth + gap) - gap, 2 * margin + widestCell)
  const layout: SheetLayout = { width, height: 0, lines: [], pictures: [] }
  let top = layOutHead(input, layout, cellWidth)
  for (let first = 0; first < cells.length; first += columns) {
    const row = cells.slice(first, first + columns)
    const pictureHeight = Math.max(...row.map(({ picture }) => heightOf(picture, cellWidth)))
    let bottom = top
    for (const [column, { title, facts, picture }] of row.entries()) {
      const x = margin + column * (cellWidth + gap)
      if (picture) {
        const size = fit(picture, cellWidth, pictureHeight)
        const y = top + pictureHeight - size.height
        layout.pictures.push({
          ...size,
          x: Math.round(x + (cellWidth - size.width) / 2),
          y,
          cell: first + column,
        })
      }
      let y = top + pictureHeight
      const write = (text: string, kind: 'heading' | 'fact') => {
        for (const line of wrapText(text, cellWidth, (part) => measure(part, kind))) {
          y += lineHeight(kind)
          layout.lines.push({ text: line, x, y, kind })
        }
      }
      write(title, 'heading')
      for (const fact of facts) write(fact, 'fact')
      bottom = Math.max(bottom, y)
    }
    top = bottom + gap * 1.5
  }
  const footer = wrapText(input.footer, width - 2 * margin, (part) => measure(part, 'fact'))
  for (const text of footer) {
    layout.lines.push({ text, x: margin, y: top + sheetFonts.fact, kind: 'fact' })
    top += lineHeight('fact')
  }
  return { ...layout, height: Math.ceil(top + margin) }
}

/** The input picture with the instruction beside it. @returns where the cells begin */
function layOutHead({ title, input, measure }: SheetInput, layout: SheetLayout, cellWidth: number): number {
  const size = input && fit(input, Math.min(cellWidth, 240), 240)
  if (size) layout.input = { ...size, x: margin, y: margin }
  const left = margin + (size ? size.width + gap : 0)
  let y = margin
  for (const text of wrapText(title, layout.width - left - margin, (part) => measure(part, 'title'))) {
    y += lineHeight('title')
    layout.lines.push({ text, x: left, y, kind: 'title' })
  }
  return Math.max(y, margin + (size?.height ?? 0)) + gap * 1.5
}

function lineHeight(kind: SheetLine['kind']): number {
  return Math.round(sheetFonts[kind] * 1.35)
}

/** A picture twice as tall as wide is as tall as it gets; nothing is cropped, it is then drawn narrower. */
function heightOf(picture: Size | undefined, width: number): number {
  return picture ? Math.min(Math.round((width * picture.height) / picture.width), width * 2) : 0
}

/** The largest size of that shape within the box; never larger than the picture itself. */
function fit(picture: Size, width: number, height: number): Size {
  const scale = Math.min(width / picture.width, height / picture.height, 1)
  return { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) }
}

/** Lines no wider than `width`; a word that is wider by itself is broken. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = ''
    for (const letter of word) {
      if (line && measure(line + letter) > width) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return line ? [...lines, line] : lines
}
