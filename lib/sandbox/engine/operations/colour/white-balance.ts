import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeByTable, tableOf } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { encodedOf, linearOf } from '@/lib/sandbox/engine/pixels/lab'

const cast = '(?:yellow|orange|blue|green|pink|red|magenta|colou?r|warm|cold)(?:ish)?'

export const whiteBalance = defineOperation({
  name: 'white balance',
  pattern: new RegExp(
    `\\b(?:(?:auto )?(?:fix |correct |adjust |set |neutral )?(?:the )?white[ -]balance|` +
      `(?:fix|correct|neutrali[sz]e|remove|get rid of|reduce|take out) (?:the |that |this )?(?:${cast} )+(?:cast|tint|tinge)|` +
      `neutrali[sz]e (?:the )?(?:colou?rs?|tones?)|(?:too|very|so|looks?(?: a bit)?) (?:yellow|orange|blue|green|pink|red|magenta)(?:ish)?|(?:neutral|natural|true) colou?rs)\\b`,
  ),
  example: 'fix the white balance',
  read: ({ near }) => ({ share: Math.min(1, 0.9 * amountIn(near)) }),
  describe: () => 'white balance: the colour cast taken out',
  apply(picture, { share }) {
    const [red, green, blue] = gainsOf(picture).map((gain) =>
      tableOf((value) => encodedOf(linearOf(value) * gain ** share)),
    )
    return changeByTable(picture, red!, green, blue)
  },
})

/** What makes the light grey (Finlayson and Trezzi 2004, "Shades of gray", sixth power), the green channel fixed. */
function gainsOf({ pixels, channels, width, height }: Picture): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0]
  const step = Math.max(1, Math.floor((width * height) / 300_000)) | 1
  for (let at = 0; at < pixels.length; at += step * channels) {
    const most = Math.max(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)
    // Burnt-out and black pixels have lost their colour.
    if (most > 250 || most < 8 || (channels === 4 && pixels[at + 3]! < 128)) continue
    for (let channel = 0; channel < 3; channel++) sums[channel]! += linearOf(pixels[at + channel]! / 255) ** 6
  }
  const [red, green, blue] = sums.map((sum) => sum ** (1 / 6)) as [number, number, number]
  if (!(red > 0 && green > 0 && blue > 0)) return [1, 1, 1]
  const gains = [clamp(green / red, 0.4, 2.5), 1, clamp(green / blue, 0.4, 2.5)] as const
  // The picture stays as light as it was.
  const light = 0.2126 * gains[0] + 0.7152 + 0.0722 * gains[2]
  return [gains[0] / light, 1 / light, gains[2] / light]
}
