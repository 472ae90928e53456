import type { Frame, Size } from './frame'
import type { WorldBox } from './zoom-pan'

/*
 * How a picture of another size is laid over the reference, which is the input or the picture compared with. Both are
 * whole and centred; only their scale is decided:
 *
 *  1. Same shape (within 1.5 %): both fill the same box. Models round sizes to multiples of 8 or 16 by resampling, so
 *     filling the box lines the contents up, which leaving the rounding in would not.
 *  2. One side has the same number of pixels: same pixel scale. That is a crop or an extension along one axis.
 *  3. Otherwise: same area, which is right for a quarter turn and favours neither picture.
 *
 * Lengths are in units of the side of a square as large as the reference, so that a view (zoom and pan) means the same
 * part of the reference whatever it is compared with.
 */

/** The nearest multiple of 16 to a side of 576 may be 1.4 % off. */
const tolerance = 0.015

export type PlacementRule = 'same-shape' | 'same-width' | 'same-height' | 'same-area'

export interface Placement {
  rule: PlacementRule
  /** The picture's box in units of the reference, centred on the same point as the reference. */
  box: Size
}

/** The box of the reference itself: area 1, its own aspect. */
export function unitBox(picture: Size): Size {
  const aspect = picture.width / picture.height
  return { width: Math.sqrt(aspect), height: 1 / Math.sqrt(aspect) }
}

/** Where `picture` goes when it is compared with `reference`. */
export function placeFrame(reference: Size, picture: Size): Placement {
  const base = unitBox(reference)
  const own = unitBox(picture)
  if (nearlyEqual(reference.width / reference.height, picture.width / picture.height)) {
    return { rule: 'same-shape', box: base }
  }
  if (nearlyEqual(reference.width, picture.width)) {
    return { rule: 'same-width', box: { width: base.width, height: (base.width * own.height) / own.width } }
  }
  if (nearlyEqual(reference.height, picture.height)) {
    return {
      rule: 'same-height',
      box: { width: (base.height * own.width) / own.height, height: base.height },
    }
  }
  return { rule: 'same-area', box: own }
}

/** Whether a frame has an alignment that would move it, and the shape for which alignments are defined. */
export function canAlign(reference: Size, { alignment, ...picture }: Frame): boolean {
  if (!alignment || placeFrame(reference, picture).rule !== 'same-shape') return false
  return alignment.scale !== 1 || alignment.shift.x !== 0 || alignment.shift.y !== 0
}

/**
 * Where a frame lies over the reference. Aligned, what a frame shows at `scale * p + shift` comes to lie on what the
 * reference shows at `p`, so the frame shrinks by the scale and moves back by the shift.
 */
export function worldBox(reference: Size, frame: Frame, aligned: boolean): WorldBox {
  const { box } = placeFrame(reference, frame)
  if (!aligned || !frame.alignment || !canAlign(reference, frame)) return { x: 0, y: 0, ...box }
  const { scale, shift } = frame.alignment
  const pixel = { x: box.width / reference.width, y: box.height / reference.height }
  return {
    x: (-shift.x / scale) * pixel.x,
    y: (-shift.y / scale) * pixel.y,
    width: box.width / scale,
    height: box.height / scale,
  }
}

/** The smallest frame that holds all of the boxes. */
export function commonFrame(boxes: readonly Size[]): Size {
  return {
    width: Math.max(...boxes.map(({ width }) => width)),
    height: Math.max(...boxes.map(({ height }) => height)),
  }
}

/**
 * One sentence that says how two were placed, or undefined when they have the same size. The second is placed in relation
 * to the first unless `reference` says otherwise.
 */
export function placementNote(
  before: Size,
  after: Size,
  reference: 'before' | 'after' = 'before',
): string | undefined {
  if (before.width === after.width && before.height === after.height) return undefined
  const sizes = `${pixels(before)} and ${pixels(after)}`
  const [fixed, placed] = reference === 'before' ? [before, after] : [after, before]
  switch (placeFrame(fixed, placed).rule) {
    case 'same-shape': {
      const stretch = Math.abs((placed.width / placed.height / (fixed.width / fixed.height) - 1) * 100)
      const which = reference === 'before' ? 'after' : 'before'
      const said = stretch >= 0.1 ? `, the ${which} picture stretched by ${stretch.toFixed(1)} %` : ''
      return `Sizes differ (${sizes}): both fill the same frame${said}.`
    }
    case 'same-width':
      return `Shapes differ (${sizes}): both are drawn whole at the same width, centred.`
    case 'same-height':
      return `Shapes differ (${sizes}): both are drawn whole at the same height, centred.`
    case 'same-area':
      return `Shapes differ (${sizes}): both are drawn whole at the same area, centred.`
  }
}

/** The same for any number of pictures, of which each is placed in relation to the reference. */
export function placementNoteOfMany(reference: Frame, shown: readonly Frame[]): string | undefined {
  const others = shown.filter(({ width, height }) => width !== reference.width || height !== reference.height)
  if (others.length === 0) return undefined
  const reshaped = others.filter((frame) => placeFrame(reference, frame).rule !== 'same-shape').length
  const fitted = `drawn whole and centred over ${reference.label} (${pixels(reference)})`
  if (reshaped === 0)
    return `Sizes differ: each picture fills the frame of ${reference.label} (${pixels(reference)}).`
  const which = reshaped === 1 ? '1 picture has' : `${reshaped} pictures have`
  return `${which} another shape: ${fitted}, at the same width, height or area.`
}

function nearlyEqual(first: number, second: number): boolean {
  return Math.abs(first / second - 1) <= tolerance
}

function pixels(size: Size): string {
  return `${size.width} × ${size.height}`
}
