import 'server-only'
import { celShaded, outline } from '@/lib/sandbox/engine/painting/cel-shading'
import { dotScreen } from '@/lib/sandbox/engine/painting/dot-screen'
import { lumaOf, type FloatPicture } from '@/lib/sandbox/engine/pixels/float-picture'
import { smoothStep } from '@/lib/sandbox/engine/pixels/numbers'
import { defineStyle, type Brush } from './define-style'

export const comic = defineStyle({
  name: 'comic',
  pattern:
    /\b(?:(?:pop[ -]?art )?comics?(?: ?-?(?:book|strip|style|art|look))*|pop[ -]?art(?: (?:style|look|comic))?|ben[ -]?day(?: dots)?|(?:roy )?lichtenstein|(?:andy )?warhol|graphic novel)\b/,
  example: 'pop art comic style',
  seeded: false,
  approximates: (matched) =>
    /warhol|graphic novel/.test(matched) ? `${matched}: used the comic filter` : undefined,
  paint,
})

/** Few bright flat colours, printed dots where it is neither light nor dark, thick outlines. */
function paint(picture: FloatPicture, { scale }: Brush): FloatPicture {
  const { width, height } = picture
  const drawn = celShaded(picture, scale, 5, 1.75)
  const luma = lumaOf(drawn).data
  const screen = dotScreen(Math.max(3, 6.5 * scale), Math.PI / 4)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const middle = smoothStep(0.2, 0.4, luma[at]!) * smoothStep(0.95, 0.75, luma[at]!)
      const radius = 0.5 - 0.35 * luma[at]!
      const dot = smoothStep(radius + 0.08, radius - 0.08, screen(x, y)) * middle
      for (let channel = at * 3; channel < at * 3 + 3; channel++) {
        // Between the dots the colour is let down with the paper's white, so that the mean stays.
        const light = drawn.data[channel]! + (1 - drawn.data[channel]!) * 0.34 * middle
        drawn.data[channel] = light + (drawn.data[channel]! * 0.86 - light) * dot
      }
    }
  return outline(drawn, picture, scale * 1.2, 0.4)
}
