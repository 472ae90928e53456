import 'server-only'
import { percent } from '@/lib/sandbox/engine/grammar/amount'
import { fillHole } from '@/lib/sandbox/engine/inpainting/fill-hole'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { boxBlur } from '@/lib/sandbox/engine/pixels/blur'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'
import { removedThing, removing } from './remove-words'

/** Of a larger part too little is left around it: what came out would be no picture. */
const most = 0.6

export const removeSubject = defineOperation({
  name: 'remove the subject',
  pattern: new RegExp(`\\b${removing} (?:the |this |that |those |these |my |his |her )?[\\w-]+(?: [\\w-]+)?`),
  example: 'remove the person',
  kind: 'repair',
  seeded: true,
  read({ hasMask, matched, clause }) {
    if (hasMask) return undefined
    const after = clause.slice(clause.indexOf(matched)).replace(new RegExp(`^${removing} `), '')
    return removedThing(after)
  },
  describe: ({ thing }) => `removed ${thing}: filled from what surrounds it; nothing new is imagined`,
  async apply(picture, { thing, find, named }, { region, note, seed }) {
    const { cover } = await region(find)
    if (!named) note(`took the main subject for “${thing}”; a mask would show exactly what should go`)
    const hole = grown(cover, Math.ceil(Math.max(picture.width, picture.height) / 80))
    const share = hole.reduce((sum, open) => sum + open, 0) / hole.length
    if (share > most)
      throw new LowConfidence(
        `${capital(thing)} fills ${percent(share)} of the picture: too little is left to fill its place from (at most ${percent(most)}).`,
        1 - share,
      )
    return fillHole(picture, hole, seed)
  },
})

/** 1 wherever the cover is within this many pixels: the soft rim of what was removed must not stay. */
function grown({ width, height, data }: Plane, by: number): Uint8Array {
  const marked = { width, height, data: Float32Array.from(data, (share) => (share > 0.15 ? 1 : 0)) }
  return Uint8Array.from(boxBlur(marked, by).data, (share) => (share > 1e-6 ? 1 : 0))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
