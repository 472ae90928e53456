import 'server-only'
import { lengthOf } from '@/lib/sandbox/engine/pixels/numbers'
import { pixelsIn, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'

export const roundedCorners = defineOperation({
  name: 'rounded corners',
  pattern:
    /\b(?:round(?:ed|ing)?(?: off)?(?: (?:the|all|its))? (?:corners?|edges?)|(?:corners? )rounded|(?:crop(?:ped)?|cut)(?: (?:it|this|the (?:picture|image|photo)))?(?: (?:in)?to)?(?: an?)? (?:circle|round|circular|oval)(?: (?:shape|picture|image|avatar))?|(?:circular|round) (?:crop|avatar|picture|shape)|(?:make|turn) (?:it|this|the (?:picture|image|photo)) (?:in)?(?:to )?(?:a )?(?:circle|round|circular))\b/,
  example: 'rounded corners',
  kind: 'frame',
  read({ near, matched }) {
    const circle = /\b(?:circle|circular|avatar|round (?:crop|picture|shape))\b|\bround$/.test(matched)
    return { circle, pixels: pixelsIn(near), share: Math.min(0.5, shareIn(near) ?? 0.08) }
  },
  describe: ({ circle, pixels }) =>
    circle ? 'cut to a circle' : `corners rounded${pixels ? ` by ${pixels} px` : ''}, transparent outside`,
  async apply(picture, { circle, pixels, share }) {
    if (!circle) return round(picture, pixels ?? Math.min(picture.width, picture.height) * share)
    const side = Math.min(picture.width, picture.height)
    const left = Math.floor((picture.width - side) / 2)
    const top = Math.floor((picture.height - side) / 2)
    return round(
      await rawPicture(asSharp(picture).extract({ left, top, width: side, height: side })),
      side / 2,
    )
  },
})

/** What lies outside the corners' arcs becomes transparent, with a soft edge of one pixel. */
function round({ pixels, width, height, channels }: Picture, wanted: number): Picture {
  const radius = Math.max(0.5, Math.min(wanted, width / 2, height / 2))
  const rounded = new Uint8Array(width * height * 4)
  for (let y = 0, at = 0; y < height; y++) {
    const down = Math.max(0, radius - (y + 0.5), y + 0.5 - (height - radius))
    for (let x = 0; x < width; x++, at++) {
      const across = Math.max(0, radius - (x + 0.5), x + 0.5 - (width - radius))
      const inside = Math.min(1, Math.max(0, radius - lengthOf(across, down) + 0.5))
      const from = at * channels
      rounded[at * 4] = pixels[from]!
      rounded[at * 4 + 1] = pixels[from + 1]!
      rounded[at * 4 + 2] = pixels[from + 2]!
      rounded[at * 4 + 3] = Math.round((channels === 4 ? pixels[from + 3]! : 255) * inside)
    }
  }
  return { pixels: rounded, width, height, channels: 4 }
}
