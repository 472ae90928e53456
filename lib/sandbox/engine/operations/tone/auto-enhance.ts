import 'server-only'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeColours, chroma, lightness, tableOf } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { clamp, mix, mix as between } from '@/lib/sandbox/engine/pixels/numbers'
import { countTones, toneAt } from './count-tones'

/** Stretches the tones that are there over the whole range, as far as that does not make a night of a day. */
export const autoEnhance = defineOperation({
  name: 'auto-enhance',
  pattern:
    /\b(?:auto[ -]?(?:fix|correct(?:ion)?|enhance(?:ment)?|levels|tone|contrast|colou?rs?|adjust)|enhance(?:d|ment)?(?! (?:the )?(?:details?|texture|resolution|contrast|colou?rs?|brightness|shadows?|highlights?|saturation))|improve(?: the)?(?: (?:lighting|colou?rs?|quality|picture|photo|image))?|(?:fix|correct) (?:the )?(?:light(?:ing)?|exposure|colou?rs?|levels|tones?|photo|picture|image)|normali[sz]e|make (?:it|this|the (?:picture|image|photo)) (?:look )?(?:a bit |much )?(?:better|nicer|(?:more )?professional)|touch[ -]?up|retouch(?= (?:it|this|the (?:picture|image|photo))|$))\b/,
  example: 'enhance this photo',
  read: ({ near }) => ({ share: Math.min(1, 0.85 * amountIn(near)) }),
  describe: () => 'auto-enhanced: tones stretched, colours a little stronger',
  apply(picture, { share }) {
    const { all, red, green, blue } = countTones(picture)
    const low = toneAt(all, 0.005)
    const middle = toneAt(all, 0.5)
    const high = toneAt(all, 0.995)
    // A dark or foggy picture may be meant so: the ends move by a third at most.
    const from = Math.min(low, 0.3)
    const to = Math.max(high, 0.66)
    const stretched = clamp((middle - from) / (to - from), 0.02, 0.98)
    const gamma = clamp(Math.log(0.46) / Math.log(stretched), 0.72, 1.18)
    const table = (counts: Uint32Array) => {
      // A little of each channel's own ends: takes the edge off a cast and leaves a sunset its colour.
      const dark = toneAt(counts, 0.005)
      const light = toneAt(counts, 0.995)
      const start = between(from, Math.min(dark, 0.3), 0.35)
      const end = between(to, Math.max(light, 0.66), 0.35)
      return tableOf((value) => between(value, clamp((value - start) / (end - start)) ** gamma, share))
    }
    const tables = [table(red), table(green), table(blue)] as const
    return changeColours(picture, (colour) => {
      for (let channel = 0; channel < 3; channel++) colour[channel] = tables[channel]![colour[channel]!]!
      const light = lightness(colour)
      const strength = chroma(colour) / 255
      const vivid = 1 + 0.22 * share * (1 - strength)
      for (let channel = 0; channel < 3; channel++) colour[channel] = mix(light, colour[channel]!, vivid)
    })
  },
})
