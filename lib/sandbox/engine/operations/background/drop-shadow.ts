import 'server-only'
import { layOver } from '@/lib/sandbox/engine/compositing/lay-over'
import { shade } from '@/lib/sandbox/engine/compositing/shade'
import { thrownShadow } from '@/lib/sandbox/engine/compositing/thrown-shadow'
import { amountIn } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { subject } from './background-words'
import { subjectOf } from './subject-of'

export const dropShadow = defineOperation({
  name: 'drop shadow',
  pattern: new RegExp(
    `\\b(?:(?:add|give|put|with|make|cast|throw)\\b.{0,30}?)?(?:drop[ -]?shadows?|shadows? (?:behind|under(?:neath)?|below|beneath) ${subject}\\b|cast(?:ing)? (?:an? )?(?:\\w+ )?shadow|^an? (?:(?:soft|subtle|faint|light|long|strong|natural|gentle|small|slight) )?shadow$)\\b`,
  ),
  example: 'add a drop shadow behind the subject',
  kind: 'part',
  read: ({ near }) => ({
    amount: amountIn(near.replace(/\bsoft\b/g, '')),
    side: /\bleft\b/.test(near) ? ('left' as const) : ('right' as const),
  }),
  describe: ({ side }) => `drop shadow to the ${side}`,
  async apply(picture, { amount, side }, context) {
    const cut = await subjectOf(picture, context)
    return layOver(shade(picture, thrownShadow(cut, amount, side)), cut)
  },
})
