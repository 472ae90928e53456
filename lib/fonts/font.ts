import 'server-only'
import { readFileSync } from 'node:fs'
import { parse, type Font } from 'opentype.js'
import { projectFile } from '@/lib/project-file'

export type FontWeight = 'regular' | 'bold'

const files: Record<FontWeight, string> = { regular: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' }
const read = new Map<FontWeight, Font>()

/** DejaVu Sans, read from the folder of this file at the first use (about 0.2 s) and kept. */
export function fontOf(weight: FontWeight): Font {
  const known = read.get(weight)
  if (known) return known
  const file = projectFile('lib/fonts', files[weight])
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  const font = parse(buffer.slice(byteOffset, byteOffset + byteLength))
  read.set(weight, font)
  return font
}
