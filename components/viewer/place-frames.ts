import type { Size } from './frame'

/*
 * How two pictures of unequal size are laid over each other. Both are whole and centred; only their scale is decided:
 *
 *  1. Same shape (within 1.5 %): both fill the same box. Models round sizes to multiples of 8 or 16 by resampling, so
 *     filling the box lines the contents up, which leaving the rounding in would not.
 *  2. One side has the same number of pixels: same pixel scale. That is a crop or an extension along one axis.
 *  3. Otherwise: same area, which is right for a quarter turn and favours neither picture.
 *
 * Lengths are in units of the side of a square as large as the before picture, so that a view (zoom and pan) means the
 * same part of the before picture whatever it is compared with.
 */

/** The nearest multiple of 16 to a side of 576 may be 1.4 % off. */
const tolerance = 0.015

export type PlacementRule = 'same-shape' | 'same-width' | 'same-height' | 'same-area'

export interface Placement {
  rule: PlacementRule
  /** The picture's box in units of the before picture, centred on the same point as the before picture. */
  box: Size
}

/** The box of the before picture itself: area 1, its own aspect. */
export function unitBox(picture: Size): Size {
  const aspect = picture.width / picture.height
  return { width: Math.sqrt(aspect), height: 1 / Math.sqrt(aspect) }
}

/** Where `picture` goes when it is compared with `before`. */
export function placeFrame(before: Size, picture: Size): Placement {
  const base = unitBox(before)
  const own = unitBox(picture)
  if (nearlyEqual(before.width / before.height, picture.width / picture.height)) {
    return { rule: 'same-shape', box: base }
  }
  if (nearlyEqual(before.width, picture.width)) {
    return { rule: 'same-width', box: { width: base.width, height: (base.width * own.height) / own.width } }
  }
  if (nearlyEqual(before.height, picture.height)) {
    return {
      rule: 'same-height',
      box: { width: (base.height * own.width) / own.height, height: base.height },
    }
  }
  return { rule: 'same-area', box: own }
}

/** The smallest frame that holds both boxes. */
export function commonFrame(first: Size, second: Size): Size {
  return {
    width: Math.max(first.width, second.width),
    height: Math.max(first.height, second.height),
  }
}

/** One sentence that says how the two were placed, or undefined when they have the same size. */
export function placementNote(before: Size, after: Size): string | undefined {
  if (before.width === after.width && before.height === after.height) return undefined
  const sizes = `${pixels(before)} and ${pixels(after)}`
  switch (placeFrame(before, after).rule) {
    case 'same-shape': {
      const stretch = Math.abs((after.width / after.height / (before.width / before.height) - 1) * 100)
      const said = stretch >= 0.1 ? `, the after picture stretched by ${stretch.toFixed(1)} %` : ''
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

function nearlyEqual(first: number, second: number): boolean {
  return Math.abs(first / second - 1) <= tolerance
}

function pixels(size: Size): string {
  return `${size.width} × ${size.height}`
}
