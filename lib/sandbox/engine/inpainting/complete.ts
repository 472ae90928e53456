import 'server-only'
import type { FloatPicture } from '../pixels/float-picture'
import { randomNumbers } from '../random'
import { startField, type Field } from './field'
import { flowIn } from './flow-in'
import { matchMirrored } from './match-mirrored'
import { pyramidOf, type Level } from './level'
import { improveField } from './patch-match'
import { castVotes } from './vote'

export interface Completion {
  picture: FloatPicture
  /** Where each pixel of the hole was mostly copied from, as pixel numbers; empty where nothing could be copied. */
  origins: Int32Array
}

/** How what lies beyond the frame is told from a hole within the picture. */
export interface Continuation {
  /** What it costs to copy from another height: keeps the sky above and the ground below. */
  heightCost: number
  /** How small the picture gets where the large forms are found, in pixels: the larger, the nearer to the old rim. */
  leastSide: number
}

/** From this many pixels on, the finest levels get fewer rounds: time must not grow with the hole without end. */
const largeHole = 150_000

/**
 * Fills a hole with pieces of what surrounds it, so that every patch of the result looks like one of the picture: from
 * coarse to fine, rounds of matching and voting (Wexler et al. 2007, PatchMatch). About 25 µs a pixel of the hole.
 *
 * @param hole 1 where the picture is to be made up, a number a pixel
 */
export function completePicture(
  picture: FloatPicture,
  hole: Uint8Array,
  seed: number,
  beyond?: Continuation,
): Completion {
  const levels = pyramidOf(picture, hole, beyond?.leastSide ?? 24)
  const random = randomNumbers(seed)
  let found: { field: Field; level: Level } | undefined
  let drawn: Float32Array = picture.data.slice()
  for (const [index, level] of [...levels.entries()].reverse()) {
    drawn = level.colours.slice()
    const field = startField(level, random, beyond?.heightCost ?? 0, found)
    if (field.sources.length === 0) {
      flowIn(level, drawn)
      continue
    }
    if (beyond && !found) matchMirrored(level, field)
    if (beyond || found) castVotes(level, field, drawn, false)
    else flowIn(level, drawn)
    const large = field.targets.length > largeHole
    const rounds = index > 1 ? 6 : large ? 1 : index === 1 ? 4 : 3
    const reach = Math.max(level.width, level.height) / (index === 0 && found ? 8 : 2)
    for (let round = 0; round < rounds; round++) {
      improveField(level, field, drawn, random, index === 0 ? 2 : 3, reach)
      castVotes(level, field, drawn, true)
    }
    found = { field, level }
  }
  const finest = found?.level === levels[0] ? found?.field.match : undefined
  return { picture: { ...picture, data: drawn }, origins: finest ?? new Int32Array(0) }
}
