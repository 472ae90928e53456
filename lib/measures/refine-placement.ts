import { edgeDirections, type EdgeDirections } from './edge-directions'
import { fitBlocks, missOf } from './fit-blocks'
import { matchBlocks } from './match-blocks'
import type { Plane, Size } from './picture-copy'
import { outputRegion, overlap, type Placement } from './placement'
import { resample, wholeOf } from './resample'

export interface Refined {
  placement: Placement
  /** Share of the blocks that, looked for one by one, are found where the placement says: from 0 to 1. */
  agreement: number
  /** Blocks with something to match in them. */
  blocks: number
}

/** Long side of the copies and how far blocks are looked for in them; the last one also counts the agreement. */
const rounds = [
  { longSide: 192, reach: 5, stride: 16 },
  { longSide: 384, reach: 3, stride: 24 },
  { longSide: 384, reach: 6, stride: 32 },
]

/** Makes a rough placement exact by matching small blocks, in rounds of growing detail. */
export function refinePlacement(input: Plane, output: Plane, rough: Placement): Refined {
  let placement = rough
  let [agreement, blocks] = [0, 0]
  const edgesAt = new Map<number, EdgeDirections>()
  for (const { longSide, ...search } of rounds) {
    const size = sizeWithin(input, longSide)
    const still = edgesAt.get(longSide) ?? edgeDirections(resample(input, wholeOf(input), size))
    edgesAt.set(longSide, still)
    const shown = outputRegion(wholeOf(input), input, output, placement)
    const moved = edgeDirections(resample(output, shown, size))
    const matches = matchBlocks(still, moved, overlap(size, placement), search)
    const move = fitBlocks(matches)
    blocks = matches.length
    agreement = matches.filter((match) => missOf(match, move) < 1).length / Math.max(1, blocks)
    const { scale, shift } = placement
    placement = {
      scale: scale * (1 + move.growth),
      shift: { x: shift.x + (scale * move.x) / size.width, y: shift.y + (scale * move.y) / size.height },
    }
  }
  return { placement, agreement, blocks }
}

/** The size at which blocks are matched last. */
export function matchingSize(picture: Size): Size {
  return sizeWithin(picture, 384)
}

function sizeWithin({ width, height }: Size, longSide: number): Size {
  const factor = longSide / Math.max(width, height)
  // A strip of 4000 × 4 still has a pixel.
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}
