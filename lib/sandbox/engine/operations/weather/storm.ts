import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { defineOperation, type EditContext } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { fromFloat, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { laySky } from '../sky/lay-sky'
import { skyBehind } from '../sky/sky-behind'
import { skyOrNone } from '../sky/sky-or-none'
import { dullLight } from './dull-light'
import { addRain } from './streaks'

export const storm = defineOperation({
  name: 'storm',
  pattern: /\b(?:thunder ?storms?|storm(?:y|s)?(?: weather)?|tempest|hurricane)\b/,
  example: 'make it stormy',
  kind: 'light',
  seeded: true,
  read: ({ clause }) => ({ lightning: /\b(?:thunder\w*|lightning)\b/.test(clause) }),
  describe: ({ lightning }) =>
    `a storm: dark light and rain, ${lightning ? 'lightning and ' : ''}dark clouds where there is sky`,
  apply: (picture, { lightning }, context) =>
    atMost(picture, 1536, (small) => brew(small, lightning, context)),
})

async function brew(picture: Picture, lightning: boolean, context: EditContext): Promise<Picture> {
  const cover = await skyOrNone(context, picture)
  const dark = toFloat(dullLight(picture, { colour: 0.55, light: 0.66, tint: [0.92, 0.98, 1.08] }))
  if (!cover) {
    addRain(dark, 1, context.seed)
    return fromFloat(dark, picture)
  }
  const { sky, painted, end } = skyBehind(cover, { time: 'day', clouds: 'storm', lightning }, context.seed)
  const wild = laySky(dark, painted, cover, { haze: sky.palette.haze, end })
  addRain(wild, 0.8, context.seed)
  return fromFloat(wild, picture)
}
