import 'server-only'
import { amountIn, percent, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { inShadows, liftLight } from './lift-light'

const verbs =
  'lift|light(?:en|er)|brighten|brighter|open(?: up)?|raise|bring up|pull up|boost|recover|reduce|remove|soften|less|fewer|fill(?: in)?|darken|darker|deepen|deeper|crush|lower|strong(?:er)?|more'
const darker = /\b(?:dark\w*|deep\w*|crush\w*|lower|strong\w*|more)\b/

export const shadows = defineOperation({
  name: 'shadows',
  pattern: new RegExp(
    `\\b(?:(?:${verbs}) )?(?:(?:out |up )?(?:the |all |harsh |dark |deep )*)(?<!drop |contact |cast )shad(?:ows?|ow details?)\\b(?: (?:darker|lighter|brighter|deeper))?`,
  ),
  example: 'lift the shadows',
  read({ near, matched }) {
    // A shadow that is thrown is another thing.
    if (/\b(?:add|cast|drop|contact|under|behind|beneath|throw)\b/.test(near)) return undefined
    const share = Math.min(1, shareIn(near) ?? 0.5 * amountIn(near))
    return { share: darker.test(matched.replace(/dark shad/, 'shad')) ? -share : share }
  },
  describe: ({ share }) => `shadows ${share < 0 ? 'deepened' : 'lifted'} by ${percent(Math.abs(share))}`,
  apply: (picture, { share }) =>
    liftLight(picture, (broad) => share * (share < 0 ? 0.6 : 1.1) * inShadows(broad)),
})
