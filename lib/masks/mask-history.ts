import type { Mask, Rect } from './mask'
import { unite } from './rect'
import { decodeRuns, encodeRuns } from './run-length'
import { tilePixels } from './tiles'

/** What was done, in words for the person, and where. */
export interface Change {
  name: string
  rect: Rect
}

/** What can be taken back, and again be done. The mask changes between the calls; each step ends with `commit`. */
export interface MaskHistory {
  /** The mask as it was after the last step: not to be written to. */
  readonly before: Uint8Array
  /** Which state the mask is in: equal numbers mean equal bytes. */
  readonly state: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Memory held for the steps, in bytes. */
  readonly bytes: number
  readonly steps: number
  /** Makes what changed in the given tiles a step; undefined if nothing did. What had been undone is forgotten. */
  commit(name: string, tiles: readonly Rect[]): Change | undefined
  /** Takes back what has changed in the given tiles since the last step. */
  revert(tiles: readonly Rect[]): void
  undo(): Change | undefined
  redo(): Change | undefined
}

const defaultBytes = 128 * 1024 * 1024

interface Step extends Change {
  /** Before XOR after, per tile that changed: laid over the mask it takes the step back, and once more does it again. */
  tiles: { rect: Rect; runs: Uint8Array }[]
  bytes: number
  stateBefore: number
  stateAfter: number
}

/**
 * The history of one mask. Steps beyond `maxBytes` of memory are forgotten, the oldest first; the last one never is.
 *
 * A step keeps the differences of its tiles, run-length-encoded: a stroke costs about what its soft edges cover, and
 * inverting twelve megapixels, where each byte differs by 255, a few bytes per tile.
 */
export function createMaskHistory(mask: Mask, maxBytes = defaultBytes): MaskHistory {
  const before = mask.data.slice()
  const scratch = new Uint8Array(tilePixels)
  const steps: Step[] = []
  /** How many of the steps are done; the rest were undone. */
  let done = 0
  let bytes = 0
  let lastState = 0
  let state = 0

  function encodeTile(rect: Rect): Uint8Array | undefined {
    let differs = 0
    let length = 0
    for (let row = 0; row < rect.height; row++) {
      let at = (rect.y + row) * mask.width + rect.x
      for (const end = at + rect.width; at < end; at++) {
        const difference = before[at]! ^ mask.data[at]!
        differs |= difference
        scratch[length++] = difference
      }
    }
    return differs ? encodeRuns(scratch.subarray(0, length)) : undefined
  }

  function applyTile({ rect, runs }: Step['tiles'][number]) {
    decodeRuns(runs, scratch)
    let from = 0
    for (let row = 0; row < rect.height; row++) {
      let at = (rect.y + row) * mask.width + rect.x
      for (const end = at + rect.width; at < end; at++) {
        const value = mask.data[at]! ^ scratch[from++]!
        mask.data[at] = value
        before[at] = value
      }
    }
  }

  function copyRows(from: Uint8Array, to: Uint8Array, { x, y, width, height }: Rect) {
    for (let row = y; row < y + height; row++) {
      const start = row * mask.width + x
      to.set(from.subarray(start, start + width), start)
    }
  }

  function forget(gone: Step[]) {
    for (const step of gone) bytes -= step.bytes
  }

  return {
    before,
    get state() {
      return state
    },
    get canUndo() {
      return done > 0
    },
    get canRedo() {
      return done < steps.length
    },
    get bytes() {
      return bytes
    },
    get steps() {
      return steps.length
    },

    commit(name, touched) {
      const tiles: Step['tiles'] = []
      for (const rect of touched) {
        const runs = encodeTile(rect)
        if (runs) tiles.push({ rect, runs })
      }
      const rect = tiles.reduce<Rect | undefined>((sum, tile) => unite(sum, tile.rect), undefined)
      if (!rect) return undefined
      for (const tile of tiles) copyRows(mask.data, before, tile.rect)
      forget(steps.splice(done))
      const stepBytes = tiles.reduce((sum, { runs }) => sum + runs.length + overhead, overhead)
      steps.push({ name, rect, tiles, bytes: stepBytes, stateBefore: state, stateAfter: ++lastState })
      state = lastState
      bytes += stepBytes
      while (bytes > maxBytes && steps.length > 1) forget(steps.splice(0, 1))
      done = steps.length
      return { name, rect }
    },

    revert(touched) {
      for (const rect of touched) copyRows(before, mask.data, rect)
    },

    undo() {
      const step = steps[done - 1]
      if (!step) return undefined
      done--
      state = step.stateBefore
      step.tiles.forEach(applyTile)
      return { name: step.name, rect: step.rect }
    },

    redo() {
      const step = steps[done]
      if (!step) return undefined
      done++
      state = step.stateAfter
      step.tiles.forEach(applyTile)
      return { name: step.name, rect: step.rect }
    },
  }
}

/** Roughly what an object with its rectangle and its array costs beside the bytes in it. */
const overhead = 200
