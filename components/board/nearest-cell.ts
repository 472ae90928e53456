export type Direction = 'left' | 'right' | 'up' | 'down'

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/**
 * Which box an arrow key goes to: the nearest one that lies that way, where a step along the other side counts double so
 * that a row or column is kept as long as it goes on. By what is on the screen, so that any layout can be walked.
 *
 * @returns an index into `boxes`; -1 where nothing lies that way
 */
export function nearestBox(boxes: readonly Box[], from: number, direction: Direction): number {
  const start = boxes[from]
  if (!start) return -1
  const sideways = direction === 'left' || direction === 'right'
  const sign = direction === 'left' || direction === 'up' ? -1 : 1
  let best = -1
  let least = Infinity
  for (const [index, box] of boxes.entries()) {
    const x = box.left + box.width / 2 - (start.left + start.width / 2)
    const y = box.top + box.height / 2 - (start.top + start.height / 2)
    const along = (sideways ? x : y) * sign
    const across = Math.abs(sideways ? y : x)
    // Beside it, not only a little lower because its heading has one line more.
    if (along < (sideways ? start.width : start.height) / 4) continue
    if (sideways && across > start.height * 0.75) continue
    if (along + 2 * across < least) {
      least = along + 2 * across
      best = index
    }
  }
  return best
}
