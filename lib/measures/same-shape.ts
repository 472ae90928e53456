import type { Size } from './picture-copy'

/** As in the viewer: the nearest multiple of 16 to a side of 576 may be 1.4 % off. */
const tolerance = 0.015

/** Whether one picture fills the other's box without a stretch that can be seen. */
export function sameShape(first: Size, second: Size): boolean {
  return Math.abs(first.width / first.height / (second.width / second.height) - 1) <= tolerance
}

/** Why two pictures of unequal shape are not compared. */
export function otherShape(input: Size, output: Size): string {
  const sizes = [input, output].map(({ width, height }) => `${width} × ${height}`)
  return `The output has another shape than the input (${sizes[1]} against ${sizes[0]}), so their pixels have no counterparts to compare.`
}
