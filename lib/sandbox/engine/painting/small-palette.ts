import 'server-only'
import { emptyFloat, type FloatPicture } from '../pixels/float-picture'
import { fromLab, toLab, type LabPicture } from '../pixels/lab'

const enoughPixels = 4000

/** The colours that stand for a picture best: boxes cut at their median (Heckbert 1982), then moved to their means. */
export function paletteOf(picture: FloatPicture, count: number): LabPicture {
  const lab = toLab(picture)
  const boxOf = (pixels: number[]) => ({ pixels, ...spreadOf(lab, pixels) })
  // A part of the pixels knows as well as all which colours there are.
  const step = Math.max(1, Math.floor((picture.width * picture.height) / enoughPixels))
  const length = Math.ceil((picture.width * picture.height) / step)
  const boxes = [boxOf(Array.from({ length }, (_, at) => at * step))]
  while (boxes.length < count) {
    const widest = boxes.reduce((best, { weight }, at) => (weight > boxes[best]!.weight ? at : best), 0)
    const { pixels, channel, weight } = boxes[widest]!
    if (weight === 0) break
    pixels.sort((a, b) => lab.data[a * 3 + channel]! - lab.data[b * 3 + channel]!)
    const half = pixels.length >> 1
    boxes.splice(widest, 1)
    boxes.push(boxOf(pixels.slice(0, half)), boxOf(pixels.slice(half)))
  }
  const palette = { width: boxes.length, height: 1, data: new Float32Array(boxes.length * 3) }
  boxes.forEach(({ pixels }, at) => {
    for (const pixel of pixels)
      for (let channel = 0; channel < 3; channel++)
        palette.data[at * 3 + channel]! += lab.data[pixel * 3 + channel]! / pixels.length
  })
  for (let round = 0; round < 4; round++) moveToMeans(palette, lab, step)
  return palette
}

/** Every pixel in the nearest colour of the palette. */
export function toPalette(picture: FloatPicture, palette: LabPicture): FloatPicture {
  const lab = toLab(picture)
  const colours = fromLab(palette)
  const painted = emptyFloat(picture.width, picture.height)
  for (let at = 0; at < lab.data.length; at += 3) {
    const nearest = nearestIn(palette, lab.data[at]!, lab.data[at + 1]!, lab.data[at + 2]!) * 3
    for (let channel = 0; channel < 3; channel++)
      painted.data[at + channel] = colours.data[nearest + channel]!
  }
  return painted
}

/** The channel in which a box is widest; colour counts more than lightness, of which there is more. */
function spreadOf(lab: LabPicture, box: number[]): { channel: number; weight: number } {
  let [channel, weight] = [0, 0]
  for (let nth = 0; nth < 3; nth++) {
    let least = Infinity
    let most = -Infinity
    for (const pixel of box) {
      least = Math.min(least, lab.data[pixel * 3 + nth]!)
      most = Math.max(most, lab.data[pixel * 3 + nth]!)
    }
    const spread = (most - least) * (nth === 0 ? 1 : 1.4) * box.length ** 0.4
    if (most > least && spread > weight) [channel, weight] = [nth, spread]
  }
  return { channel, weight }
}

function moveToMeans(palette: LabPicture, lab: LabPicture, step: number): void {
  const sums = new Float64Array(palette.width * 3)
  const counts = new Int32Array(palette.width)
  for (let at = 0; at < lab.data.length; at += 3 * step) {
    const nearest = nearestIn(palette, lab.data[at]!, lab.data[at + 1]!, lab.data[at + 2]!)
    for (let channel = 0; channel < 3; channel++) sums[nearest * 3 + channel]! += lab.data[at + channel]!
    counts[nearest]!++
  }
  for (let at = 0; at < sums.length; at++) {
    const count = counts[Math.floor(at / 3)]!
    if (count > 0) palette.data[at] = sums[at]! / count
  }
}

function nearestIn({ width, data }: LabPicture, lightness: number, a: number, b: number): number {
  let best = 0
  let least = Infinity
  for (let at = 0; at < width; at++) {
    const distance =
      (data[at * 3]! - lightness) ** 2 + (data[at * 3 + 1]! - a) ** 2 + (data[at * 3 + 2]! - b) ** 2
    if (distance >= least) continue
    best = at
    least = distance
  }
  return best
}
