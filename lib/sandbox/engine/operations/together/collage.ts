import 'server-only'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'

type Layout = 'row' | 'column' | 'grid'

/** The longest side of a collage, so that eight large pictures stay in memory. */
const longest = 4096

export const collage = defineOperation({
  name: 'collage',
  pattern:
    /\b(?:side by side|side-by-side|collage|montage|grid|diptych|triptych|next to (?:each other|one another)|beside each other|(?:on top of|above|below) (?:each other|one another)|stack(?:ed)?(?: them| (?:both|the two) (?:images?|pictures?|photos?))?(?: vertically)?|contact sheet)\b/,
  example: 'put both pictures side by side',
  kind: 'pair',
  read({ clause, images }) {
    if (images < 2) return undefined
    const layout: Layout = /\b(?:on top of|above|below|stack\w*|vertical\w*|one over)\b/.test(clause)
      ? 'column'
      : /\b(?:grid|contact sheet|collage|montage)\b/.test(clause) && images > 2
        ? 'grid'
        : 'row'
    return { layout, images, gap: !/\b(?:no|without) (?:gap|border|space|margin)s?\b/.test(clause) }
  },
  describe: ({ layout, images }) =>
    `${images} pictures ${{ row: 'side by side', column: 'one below the other', grid: 'in a grid' }[layout]}`,
  async apply(edited, { layout, images, gap }, { image }) {
    const pictures = [edited]
    for (let number = 2; number <= images; number++) pictures.push(await image(number))
    return compose(pictures, layout, gap)
  },
})

interface Cell {
  picture: Picture
  left: number
  top: number
  width: number
  height: number
}

async function compose(pictures: Picture[], layout: Layout, hasGap: boolean): Promise<Picture> {
  const { cells, width, height } = place(pictures, layout, hasGap)
  const inputs = []
  for (const { picture, left, top, ...size } of cells) {
    const { pixels, ...raw } = await rawPicture(asSharp(picture).resize({ ...size, fit: 'cover' }))
    inputs.push({ input: Buffer.from(pixels.buffer, pixels.byteOffset, pixels.length), raw, left, top })
  }
  const paper = new Uint8Array(width * height * 3).fill(255)
  return rawPicture(asSharp({ pixels: paper, width, height, channels: 3 }).composite(inputs).removeAlpha())
}

/** Where each picture goes, in pixels: rows of one height and columns of one width keep shapes, a grid crops to the first's. */
export function place(
  pictures: readonly Picture[],
  layout: Layout,
  hasGap: boolean,
): { cells: Cell[]; width: number; height: number } {
  const first = pictures[0]!
  const columns =
    layout === 'row' ? pictures.length : layout === 'column' ? 1 : Math.ceil(Math.sqrt(pictures.length))
  const rows = Math.ceil(pictures.length / columns)
  const shape = ({ width, height }: Picture) => width / height
  const natural = pictures.map((picture) => {
    if (layout === 'row') return { width: shape(picture) * first.height, height: first.height }
    if (layout === 'column') return { width: first.width, height: first.width / shape(picture) }
    return { width: first.width, height: first.height }
  })
  const across = layout === 'row' ? sum(natural.map(({ width }) => width)) : first.width * columns
  const down = layout === 'column' ? sum(natural.map(({ height }) => height)) : first.height * rows
  const scale = Math.min(1, longest / Math.max(across, down))
  const gap = hasGap ? Math.max(1, Math.round(Math.min(across / columns, down / rows) * scale * 0.02)) : 0
  const cells: Cell[] = []
  let [left, top] = [gap, gap]
  pictures.forEach((picture, index) => {
    const size = natural[index]!
    const width = Math.max(1, Math.round(size.width * scale))
    const height = Math.max(1, Math.round(size.height * scale))
    cells.push({ picture, left, top, width, height })
    if ((index + 1) % columns === 0) {
      left = gap
      top += height + gap
    } else left += width + gap
  })
  return {
    cells,
    width: Math.max(...cells.map((cell) => cell.left + cell.width)) + gap,
    height: Math.max(...cells.map((cell) => cell.top + cell.height)) + gap,
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
