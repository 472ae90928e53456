import { smoothingPx } from './changed-pixels'
import { blur } from './gaussian'
import type { Plane } from './picture-copy'

/** Of 255: where the smoothed mask is darker, nothing inside it can have coloured the smoothed picture. */
const outsideBelow = 5

/**
 * Share of changed pixels among those outside a mask (white: to be regenerated) of the same size. The mask is smoothed
 * as the pictures were, so that a change inside it does not count outside by its blurred border. Undefined if the mask
 * leaves nothing outside.
 */
export function shareOutsideMask(changed: Uint8Array, mask: Plane): number | undefined {
  const { values } = blur(mask, smoothingPx)
  let [outside, count] = [0, 0]
  for (let at = 0; at < values.length; at++) {
    if (values[at]! >= outsideBelow) continue
    outside++
    count += changed[at]!
  }
  return outside === 0 ? undefined : count / outside
}
