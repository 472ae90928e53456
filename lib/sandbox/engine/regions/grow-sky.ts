import 'server-only'
import { lengthOf } from '@/lib/sandbox/engine/pixels/numbers'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import type { LabPicture } from '../pixels/lab'
import type { SkyBorder } from './sky-border'

/**
 * From the sky above the border on to what touches it and has the sky's colour in its row, or is a bright, colourless
 * cloud. The colour is the row's, not the neighbour's, so that it does not drift step by step into the ground.
 *
 * @returns 1 where there is sky, else 0
 */
export function growSky(lab: LabPicture, gradient: Plane, { rows, threshold }: SkyBorder): Plane {
  const { width, height, data } = lab
  const sky = emptyPlane(width, height)
  const queue: number[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (y < rows[x]!) {
        sky.data[y * width + x] = 1
        queue.push(y * width + x)
      }
  const { colours, lowest } = rowColours(lab, sky)
  const belongs = (at: number, y: number) => {
    const light = data[at * 3]!
    const a = data[at * 3 + 1]!
    const b = data[at * 3 + 2]!
    const rowLight = colours[y * 3]!
    const rowA = colours[y * 3 + 1]!
    const rowB = colours[y * 3 + 2]!
    if (lengthOf(light - rowLight, a - rowA, b - rowB) < 11 && gradient.data[at]! < threshold * 2.2)
      return true
    return light > 74 && lengthOf(a, b) < 17 && rowLight > 28 && light > rowLight + 8
  }
  const reach = (at: number, y: number) => {
    if (y > lowest + height * 0.04 || sky.data[at] || !belongs(at, y)) return
    sky.data[at] = 1
    queue.push(at)
  }
  for (let next = 0; next < queue.length; next++) {
    const at = queue[next]!
    const x = at % width
    const y = (at - x) / width
    if (x > 0) reach(at - 1, y)
    if (x < width - 1) reach(at + 1, y)
    if (y > 0) reach(at - width, y - 1)
    if (y < height - 1) reach(at + width, y + 1)
  }
  return sky
}

/** The sky's mean colour in each row; rows with hardly any sky take it from the row above. */
function rowColours({ width, height, data }: LabPicture, sky: Plane) {
  const colours = new Float32Array(height * 3)
  let lowest = 0
  for (let y = 0; y < height; y++) {
    let count = 0
    const sums = [0, 0, 0]
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (!sky.data[at]) continue
      count++
      for (const channel of [0, 1, 2]) sums[channel]! += data[at * 3 + channel]!
    }
    const enough = count > width * 0.06
    if (enough) lowest = y
    for (const channel of [0, 1, 2])
      colours[y * 3 + channel] = enough ? sums[channel]! / count : colours[lowest * 3 + channel]!
  }
  return { colours, lowest }
}
