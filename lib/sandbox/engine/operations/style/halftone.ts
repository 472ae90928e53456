import 'server-only'
import { dotRadius, dotScreen } from '@/lib/sandbox/engine/painting/dot-screen'
import { blurFloat, gaussianBlur } from '@/lib/sandbox/engine/pixels/blur'
import { emptyFloat, lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const halftone = defineStyle({
  name: 'halftone',
  what: 'halftone print',
  pattern:
    /\b(?:(?:news(?:paper|print) )?half-?tone(?: (?:print|dots?|effect|pattern|style))*|news(?:paper|print)(?: (?:print|photo|style|dots))*|raster dots)\b/,
  example: 'halftone print',
  seeded: false,
  paint: newsprint,
})

export const colourPrint = defineStyle({
  name: 'CMYK print',
  what: 'printed in dots of four inks',
  pattern:
    /\b(?:cmyk(?: (?:print|dots|halftone))?|colou?r(?:ed|ful)? half-?tone(?: print)?|offset print(?:ing)?|risograph|riso print|screen ?print(?:ed|ing)?)\b/,
  example: 'CMYK print',
  seeded: false,
  approximates: (matched) =>
    /riso|screen/.test(matched) ? `${matched}: used the CMYK print filter` : undefined,
  paint: fourInks,
})

const paper = [0.97, 0.945, 0.89] as const
const black = [0.08, 0.08, 0.1] as const
const diagonal = Math.PI / 4

function newsprint(picture: FloatPicture, { scale }: Brush): FloatPicture {
  const { width, height } = picture
  const cell = Math.max(3, 7 * scale)
  const luma = gaussianBlur(lumaOf(picture), cell * 0.35).data
  const screen = dotScreen(cell, diagonal)
  const drawn = emptyFloat(width, height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const radius = dotRadius(1 - luma[at]!)
      const ink = smoothStep(radius + 0.06, radius - 0.06, screen(x, y))
      for (let channel = 0; channel < 3; channel++)
        drawn.data[at * 3 + channel] = paper[channel]! + (black[channel]! - paper[channel]!) * ink
    }
  return drawn
}

/** Cyan, magenta, yellow and black, each on its own screen turned as printers turn them. */
function fourInks(picture: FloatPicture, { scale }: Brush): FloatPicture {
  const { width, height } = picture
  const cell = Math.max(3, 6.5 * scale)
  const { data } = blurFloat(picture, cell * 0.35)
  const screens = [0.26, 1.31, 0, diagonal].map((angle) => dotScreen(cell, angle))
  const drawn = emptyFloat(width, height)
  const inks = [0, 0, 0, 0]
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      for (let channel = 0; channel < 3; channel++) inks[channel] = 1 - data[at + channel]!
      const key = Math.min(inks[0]!, inks[1]!, inks[2]!) * 0.8
      inks[3] = key
      for (let ink = 0; ink < 4; ink++) {
        const radius = dotRadius(ink < 3 ? inks[ink]! - key : key)
        inks[ink] = smoothStep(radius + 0.07, radius - 0.07, screens[ink]!(x, y))
      }
      for (let channel = 0; channel < 3; channel++)
        drawn.data[at + channel] = paper[channel]! * (1 - inks[channel]! * 0.92) * (1 - inks[3] * 0.9)
    }
  return drawn
}
