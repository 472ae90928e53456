import { alignCoarsely } from './align-coarsely'
import { edgeDirections } from './edge-directions'
import { countBlocks } from './match-blocks'
import type { AlignmentResult } from './measures'
import type { Plane, Size } from './picture-copy'
import { inPlace, type Placement } from './placement'
import { matchingSize, refinePlacement } from './refine-placement'
import { resample, wholeOf } from './resample'

/**
 * Two locks, since either alone may open by chance. Of 340 pairs of different pictures (samples, their quarters, blurred,
 * drawn, repainted, upside down) the peak came up to 9.1 and the agreement up to 0.2, but never both: with a peak above
 * 8 the agreement stayed below 0.11. The same pictures moved and scaled have peaks from 9 (30 % repainted, scaled by
 * 1.24) to 80 and agreements from 0.25 (night sky in watercolour) to 1.
 */
const leastPeak = 8.5
const leastAgreement = 0.2
/** A picture with fewer blocks that have something in them is too flat to be found anywhere. */
const leastBlocks = 6
/** Moves that nowhere exceed this share of the long side are no moves: an edit's own strokes feign as much. */
const stillMove = 0.001

export interface AlignedPictures {
  result: AlignmentResult
  /**
   * Where the output may be measured: where it was found, or in place if one of the two is flat, since a flat picture
   * looks the same however it is moved. Absent if both have detail and nothing matches.
   */
  placement?: Placement
}

/**
 * Finds how an output lies over its input, both given as grey copies of any size and of the same shape. Shifts of up to
 * half the picture and scales of 0.75 to 1.34 are looked for; see `Alignment` for their meaning, in pixels of
 * `original`, the input's own size. The confidence is the share of the input's blocks that, looked for one by one in
 * the output, are found within a 384th of the long side of where the alignment says.
 */
export function alignPictures(input: Plane, output: Plane, original: Size): AlignedPictures {
  for (const [name, picture] of [['input', input] as const, ['output', output] as const])
    if (blocksOf(picture) < leastBlocks) return { result: refused(flat(name)), placement: inPlace }
  const rough = alignCoarsely(input, output)
  if (rough.peak < leastPeak) return { result: refused(unlike) }
  const { placement, agreement, blocks } = refinePlacement(input, output, rough)
  if (agreement < leastAgreement || blocks < leastBlocks) return { result: refused(unlike, agreement) }
  const settled = isStill(placement, original) ? inPlace : placement
  const { shift, scale } = settled
  const inPixels = { x: shift.x * original.width, y: shift.y * original.height }
  return {
    result: { state: 'found', alignment: { shift: inPixels, scale, confidence: agreement } },
    placement: settled,
  }
}

/** How many blocks of a picture have something to match in them. */
function blocksOf(picture: Plane): number {
  return countBlocks(edgeDirections(resample(picture, wholeOf(picture), matchingSize(picture))))
}

/** Whether no corner moves by more than can be told from an edit's own strokes. */
function isStill({ shift, scale }: Placement, { width, height }: Size): boolean {
  const growth = Math.abs(scale - 1) / 2
  const corner = [width * (Math.abs(shift.x) + growth), height * (Math.abs(shift.y) + growth)]
  return Math.hypot(...corner) <= stillMove * Math.max(width, height)
}

const unlike =
  'The output could not be matched with the input: too few of their edges agree. It shows something else, or was redrawn throughout.'

function flat(name: string): string {
  return `The ${name} has too little detail to find out whether anything was moved.`
}

function refused(reason: string, confidence = 0): AlignmentResult {
  return { state: 'refused', reason, confidence }
}
