import type { Size } from './picture-copy'
import type { Region } from './resample'

/** An alignment whatever the picture's size: `shift` counts in widths (x) and heights (y) of the input. */
export interface Placement {
  shift: { x: number; y: number }
  scale: number
}

export const inPlace: Placement = { shift: { x: 0, y: 0 }, scale: 1 }

/** The part of the output that shows what a part of the input shows; both in their own pixels. */
export function outputRegion(
  inputRegion: Region,
  input: Size,
  output: Size,
  { shift, scale }: Placement,
): Region {
  return {
    left: output.width * (0.5 + shift.x + scale * (inputRegion.left / input.width - 0.5)),
    top: output.height * (0.5 + shift.y + scale * (inputRegion.top / input.height - 0.5)),
    width: (scale * output.width * inputRegion.width) / input.width,
    height: (scale * output.height * inputRegion.height) / input.height,
  }
}

/** The part of the input that the output shows too, in the input's pixels; without area where they don't meet. */
export function overlap(input: Size, { shift, scale }: Placement): Region {
  const across = sharedSpan(shift.x, scale)
  const down = sharedSpan(shift.y, scale)
  return {
    left: across.start * input.width,
    top: down.start * input.height,
    width: across.length * input.width,
    height: down.length * input.height,
  }
}

function sharedSpan(shift: number, scale: number): { start: number; length: number } {
  const start = Math.max(0, 0.5 + (-0.5 - shift) / scale)
  const end = Math.min(1, 0.5 + (0.5 - shift) / scale)
  return { start, length: Math.max(0, end - start) }
}
