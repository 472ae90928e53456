import 'server-only'
import { percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { changeByLightness } from '@/lib/sandbox/engine/change-colours'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'
import { countTones } from '@/lib/sandbox/engine/operations/tone/count-tones'

export const threshold = defineOperation({
  name: 'threshold',
  pattern:
    /\b(?:threshold(?:ed|ing)?|(?:pure|only|just|hard) black (?:and|&) white|(?:black (?:and|&) white|b\s?&\s?w) (?:with(?:out)?|no) (?:any )?gr[ea]ys?|1[ -]?bit|bi-?level|binari[sz]e[ds]?)\b/,
  example: 'threshold at 50 %',
  read: ({ near }) => ({ share: shareIn(near) }),
  describe: ({ share }) =>
    `black or white, divided ${share === undefined ? 'where it divides best' : `at ${percent(share)}`}`,
  apply(picture, { share }) {
    const at = share ?? bestDivision(countTones(picture).all) / 255
    // Two steps wide, so that edges are not jagged.
    return changeByLightness(picture, (value) => {
      const white = 255 * clamp((value - at) * 64 + 0.5)
      return [white, white, white]
    })
  },
})

/** The tone that divides the counts into the two most distinct halves (Otsu 1979). */
function bestDivision(counts: Uint32Array): number {
  let total = 0
  let sum = 0
  counts.forEach((count, tone) => ((total += count), (sum += count * tone)))
  let [below, belowSum, best, division] = [0, 0, -1, 127]
  for (let tone = 0; tone < 255; tone++) {
    below += counts[tone]!
    belowSum += counts[tone]! * tone
    if (below === 0 || below === total) continue
    const apart = belowSum / below - (sum - belowSum) / (total - below)
    const between = below * (total - below) * apart * apart
    if (between > best) [best, division] = [between, tone + 0.5]
  }
  return division
}
