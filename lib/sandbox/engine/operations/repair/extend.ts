import 'server-only'
import { shareIn, pixelsIn } from '@/lib/sandbox/engine/grammar/amount'
import type { Continuation } from '@/lib/sandbox/engine/inpainting/complete'
import { fillHole } from '@/lib/sandbox/engine/inpainting/fill-hole'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { addedTo, sidesIn, type Wanted } from './extend-sides'

const verbs =
  'extend(?:ed|ing)?|expand(?:ed|ing)?|widen|enlarge|stretch(?: out)?|continue|add(?: more)? (?:space|room)'
const canvas =
  '(?:canvas|frame|image|picture|photo(?:graph)?|scene|view|background|edges?|borders?|it|this|format|landscape)'
const direction =
  '(?:left|right|top|bottom|sides?|up(?:wards?)?|down(?:wards?)?|all (?:around|round|sides|directions)|above|below|horizontally|vertically|outwards?|wider|taller)'

/** Found by eye on the samples: enough to keep the sky out of the grass, not so much that rows repeat. */
const beyond: Continuation = { heightCost: 12, leastSide: 40 }
const toRatio = 'to (?:an? )?(?:\\d+(?:\\.\\d+)? ?: ?\\d+|square|widescreen)'

export const extend = defineOperation({
  name: 'extend the canvas',
  pattern: new RegExp(
    `\\b(?:(?:out ?-?paint(?:ed|ing)?|un-?crop(?:ped|ping)?|zoom(?:ed|ing)? out)(?:(?: [\\w'-]+){0,4}? ${toRatio})?|` +
      `(?:${verbs}|uncrop)\\b(?: [\\w'-]+){0,4}? ${toRatio}|` +
      `(?:${verbs})\\b(?:(?: [\\w'-]+){0,4} ${canvas})?(?: [\\w'-]+){0,5}? ${direction}\\b|` +
      `(?:${verbs}) (?:the |this )?(?:canvas|frame|view|edges?))\\b`,
  ),
  example: 'extend the picture to the left',
  kind: 'frame',
  seeded: true,
  read({ near, matched, clause }) {
    const words = clause.slice(Math.max(0, clause.indexOf(matched)))
    return sidesIn(words, { share: shareIn(near), pixels: pixelsIn(near) })
  },
  describe: (wanted) => `${sentence(wanted)}, continued from what is there; nothing new is imagined`,
  async apply(picture, wanted, { seed, note }) {
    const { left, right, top, bottom, limited } = addedTo(picture, wanted)
    if (limited) note('no side is extended by more than the picture’s own size')
    if (left + right + top + bottom === 0) return picture
    const wide = await rawPicture(asSharp(picture).extend({ left, right, top, bottom, extendWith: 'copy' }))
    return fillHole(
      wide,
      outside(wide, { left, top, width: picture.width, height: picture.height }),
      seed,
      beyond,
    )
  },
})

function sentence({ ratio, sides }: Wanted): string {
  if (ratio) return `extended to ${ratio.across}:${ratio.down}`
  return sides.length === 4 ? 'extended all around' : `extended at the ${sides.join(' and ')}`
}

/** 1 outside of where the old picture lies. */
function outside(wide: Picture, old: { left: number; top: number; width: number; height: number }) {
  const hole = new Uint8Array(wide.width * wide.height).fill(1)
  for (let y = old.top; y < old.top + old.height; y++)
    hole.fill(0, y * wide.width + old.left, y * wide.width + old.left + old.width)
  return hole
}
