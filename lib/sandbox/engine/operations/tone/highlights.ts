import 'server-only'
import { amountIn, percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { inHighlights, liftLight } from './lift-light'

const verbs =
  'recover|reduce|tame|lower|less|fewer|tone down|bring down|pull(?: down)?|darken|darker|soften|protect|fix|brighten|brighter|boost|raise|more|lift|strong(?:er)?'
const lighter = /\b(?:bright\w*|boost|raise|more|lift|strong\w*)\b/

export const highlights = defineOperation({
  name: 'highlights',
  pattern: new RegExp(
    `\\b(?:(?:(?:${verbs}) )?(?:(?:the |all |blown[ -]?(?:out)? |harsh |bright )*)highlights?(?: (?:darker|brighter|down|up))?|blown[ -]out(?: (?:areas|whites|lights))?)\\b`,
  ),
  example: 'recover the highlights',
  read({ near, matched, clause }) {
    // Strands in hair have the same name.
    if (/\bhair\b|\bblond/.test(clause)) return undefined
    const share = Math.min(1, shareIn(near) ?? 0.5 * amountIn(near))
    return { share: lighter.test(matched.replace(/bright highlight/, 'highlight')) ? share : -share }
  },
  describe: ({ share }) =>
    `highlights ${share < 0 ? 'darkened' : 'brightened'} by ${percent(Math.abs(share))}`,
  apply: (picture, { share }) =>
    liftLight(picture, (broad) => {
      const here = inHighlights(broad)
      return share < 0 ? share * 0.55 * here : share * here
    }),
})
