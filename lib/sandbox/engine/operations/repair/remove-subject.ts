import 'server-only'
import { fillHole } from '@/lib/sandbox/engine/inpainting/fill-hole'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { boxBlur } from '@/lib/sandbox/engine/pixels/blur'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { removedThing, removing } from './remove-words'

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
    return fillHole(picture, grown(cover, Math.ceil(Math.max(picture.width, picture.height) / 80)), seed)
  },
})

/** 1 wherever the cover is within this many pixels: the soft rim of what was removed must not stay. */
function grown({ width, height, data }: Plane, by: number): Uint8Array {
  const marked = { width, height, data: Float32Array.from(data, (share) => (share > 0.15 ? 1 : 0)) }
  return Uint8Array.from(boxBlur(marked, by).data, (share) => (share > 1e-6 ? 1 : 0))
}
