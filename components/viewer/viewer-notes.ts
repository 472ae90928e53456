import type { Frame } from './frame'
import { placementNote, placementNoteOfMany } from './place-frames'

/** How pictures of unequal size were placed, in a sentence. */
export function noteOfPlacement(reference: Frame, shown: readonly Frame[]): string | undefined {
  const [first, second] = shown
  if (shown.length === 2 && first && second) {
    if (first === reference) return placementNote(first, second)
    if (second === reference) return placementNote(first, second, 'after')
  }
  return shown.length > 1 ? placementNoteOfMany(reference, shown) : undefined
}

/** How each picture lies over the input, where that was looked for. */
export function notesOfAlignment(shown: readonly Frame[]): string[] {
  return shown.flatMap(({ label, alignmentNote }) => (alignmentNote ? [`${label}: ${alignmentNote}`] : []))
}
