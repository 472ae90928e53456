import 'server-only'
import type { Font } from 'opentype.js'
import { fontOf, type FontWeight } from './font'
import { wrapWords } from './wrap-words'

export interface TextStyle {
  /** Of the font, in pixels. */
  size: number
  weight?: FontWeight
  /** In pixels; longer lines are wrapped between words. Without it only the text's own line ends break it. */
  maxWidth?: number
  /** Lines beyond are left out, and the last ends in "…". */
  maxLines?: number
  /** From one baseline to the next, in sizes of the font; 1.2 if not said. */
  lineHeight?: number
  /** How shorter lines stand under longer ones; 'left' if not said. */
  align?: 'left' | 'centre' | 'right'
}

export interface TextPath {
  /** SVG path data: the text's box begins at 0, 0 and its first baseline lies an ascender below. Empty without glyphs. */
  path: string
  /** The widest line and all lines' heights, in pixels. */
  width: number
  height: number
  /** What the font can't draw and is left out, each once: emoji and most East Asian scripts. */
  missing: string[]
}

const shares = { left: 0, centre: 0.5, right: 1 }

/** Text as outlines, so that no font of the system is needed to draw it and it looks the same everywhere. */
export function textPath(text: string, style: TextStyle): TextPath {
  const { size, weight = 'regular', maxWidth = Infinity, maxLines = Infinity, lineHeight = 1.2 } = style
  const font = fontOf(weight)
  const { drawable, missing } = splitByGlyphs(text, font)
  const widthOf = (line: string) => (line ? font.getAdvanceWidth(line, size) : 0)
  const lines = wrapWords(drawable, { maxWidth, maxLines, widthOf })
  const widths = lines.map(widthOf)
  const width = Math.max(...widths)
  const ascender = (font.ascender / font.unitsPerEm) * size
  const descender = (-font.descender / font.unitsPerEm) * size
  const paths = lines.map((line, index) => {
    const left = (width - widths[index]!) * shares[style.align ?? 'left']
    return line && font.getPath(line, left, ascender + index * size * lineHeight, size).toPathData(2)
  })
  const height = ascender + descender + (lines.length - 1) * size * lineHeight
  return { path: paths.join(''), width, height, missing }
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Joiners and variants: they show only in what they join. */
const unseen = /^[\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]$/u

/** What a reader takes for one character is drawn whole or not at all. */
function splitByGlyphs(text: string, font: Font): { drawable: string; missing: string[] } {
  const missing = new Set<string>()
  let drawable = ''
  for (const { segment } of characters.segment(text.replaceAll('\t', ' '))) {
    const seen = [...segment].filter((point) => !unseen.test(point))
    const known = seen.every((point) => /\s/.test(point) || font.charToGlyphIndex(point) > 0)
    if (known) drawable += seen.join('')
    else missing.add(segment)
  }
  return { drawable, missing: [...missing] }
}
