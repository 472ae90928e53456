import 'server-only'
import { eachRow } from '../each-row'
import { smoothStep } from '../change-colours'
import { defineOperation } from '../operation'
import { asSharp, rawPicture, type Picture } from '../picture'

const picture = '(?:images?|pictures?|photos?)'
const reference = `(?:${picture} ?#?[1-9]|(?:first|second|third|fourth) (?:${picture}|one)\\b)`
const references = new RegExp(reference, 'g')
const order = ['first', 'second', 'third', 'fourth']

/** "put the person in image1 into image2", "combine the first picture and the second one", "merge both images". */
export const putTogether = defineOperation({
  name: 'put image1 into image2',
  pattern: new RegExp(
    `\\b(?:put|place|insert|add|paste|move|combine|merge|blend|overlay|mix|composite)\\b.*?` +
      `(?:${reference}.*?\\b(?:in|into|inside|on|onto|over|to|and|with|upon)\\b.*?${reference}|\\b(?:both|the two|these) ${picture})`,
  ),
  example: 'put image1 into image2',
  kind: 'pair',
  read({ clause, images }) {
    const named = [...clause.matchAll(references)].map(([text]) => numberOf(text))
    const [inset, base] = named.length >= 2 ? [named.at(-2)!, named.at(-1)!] : [1, 2]
    if (inset === base || Math.max(inset, base) > images) return undefined
    return { inset, base, across: acrossIn(clause), down: downIn(clause) }
  },
  describe: ({ inset, base }) =>
    `placed image ${inset} into image ${base} as a soft-edged inset (no subject is cut out here)`,
  async apply(edited, { inset, base, across, down }, { image }) {
    const below = base === 1 ? edited : await image(base)
    const above = inset === 1 ? edited : await image(inset)
    const scale = Math.min((below.width * 0.62) / above.width, (below.height * 0.68) / above.height)
    const width = Math.max(1, Math.round(above.width * scale))
    const height = Math.max(1, Math.round(above.height * scale))
    const small = await rawPicture(asSharp(above).resize(width, height, { fit: 'fill' }))
    const left = Math.round((below.width - width) * across)
    const top = Math.round((below.height - height) * down)
    return layInto(below, small, left, top)
  },
})

/** Lays a picture into another, fading out at its edges, its colours drawn a little towards the place it comes to. */
async function layInto(below: Picture, above: Picture, left: number, top: number) {
  const pixels = new Uint8Array(below.pixels)
  const { width, height } = above
  const theirs = meanOf(below, left, top, width, height)
  const ours = meanOf(above, 0, 0, width, height)
  const shift = theirs.map((mean, channel) => (mean - ours[channel]!) * 0.16)
  eachRow(above, (y) => {
    const down = Math.abs((y + 0.5) / height - 0.5) * 2
    for (let x = 0; x < width; x++) {
      const across = Math.abs((x + 0.5) / width - 0.5) * 2
      const from = (y * width + x) * above.channels
      const to = ((top + y) * below.width + left + x) * below.channels
      const solid = above.channels === 4 ? above.pixels[from + 3]! / 255 : 1
      // Between an ellipse and a rectangle: keeps most of the picture, shows no corner.
      const cover = smoothStep(1, 0.74, (across ** 3 + down ** 3) ** (1 / 3)) * solid
      for (let channel = 0; channel < 3; channel++) {
        const laid = Math.min(255, Math.max(0, above.pixels[from + channel]! + shift[channel]!))
        const ground = pixels[to + channel]!
        pixels[to + channel] = Math.round(ground + (laid - ground) * cover)
      }
      if (below.channels === 4) pixels[to + 3] = Math.max(pixels[to + 3]!, Math.round(cover * 255))
    }
  })
  return { ...below, pixels }
}

function meanOf({ pixels, width, channels }: Picture, left: number, top: number, wide: number, high: number) {
  const sums: [number, number, number] = [0, 0, 0]
  const step = Math.max(1, Math.floor(Math.min(wide, high) / 64))
  let count = 0
  for (let y = top; y < top + high; y += step)
    for (let x = left; x < left + wide; x += step, count++)
      for (const channel of [0, 1, 2] as const) sums[channel] += pixels[(y * width + x) * channels + channel]!
  return sums.map((sum) => sum / count)
}

function numberOf(text: string): number {
  const digit = /\d/.exec(text)?.[0]
  return digit ? Number(digit) : order.findIndex((word) => text.startsWith(word)) + 1
}

function acrossIn(clause: string): number {
  if (/\bleft\b/.test(clause)) return 0.04
  return /\bright\b/.test(clause) ? 0.96 : 0.5
}

function downIn(clause: string): number {
  if (/\b(?:top|upper|above)\b/.test(clause)) return 0.05
  return /\b(?:bottom|lower|corner|foreground)\b/.test(clause) ? 0.96 : 0.72
}
