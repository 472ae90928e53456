import 'server-only'
import { colourPattern, coloursIn } from '@/lib/sandbox/engine/grammar/colour-words'
import { namedPart } from '@/lib/sandbox/engine/grammar/parts'
import { defineOperation, type EditContext } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import type { Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { mainColourOf } from './main-colour'
import { paintOver } from './paint-over'
import { withoutSkin } from './without-skin'

const verb = '(?:make|turn|dye|colou?r|paint|repaint|change|recolou?r|spray)'

export const recolourSubject = defineOperation({
  name: 'recolour the subject',
  pattern: new RegExp(
    `\\b${verb} (?:the colou?r of )?(?:the|this|that|his|her|its|my|our) (?:(?!(?:picture|image|photo|background|sky|face)\\b)[\\w-]+(?:['’]s)? ){1,4}?` +
      `(?:colou?r )?(?:(?:in)?to |(?:in)? ?a )?(?:be )?(?:(?:bright|dark|light|deep|pale|vivid|shiny|metallic) )?${colourPattern}(?= *$|[^ ]| (?:please|colou?r|instead|now)\\b)`,
  ),
  example: 'turn the car red',
  kind: 'part',
  read({ matched, hasMask }) {
    const wanted = coloursIn(matched).at(-1)
    const part = namedPart(matched)
    const isSubject = part?.scope.region === 'subject' && !part.scope.outside
    if (!wanted || !(hasMask || isSubject)) return undefined
    return { colour: wanted.colour, text: wanted.text, guess: hasMask ? undefined : part?.note }
  },
  describe: ({ text }) => `main colour of the subject turned ${text}`,
  approximates: ({ guess }) => guess,
  async apply(picture, { colour }, context) {
    const cover = coverOfMask(picture, context) ?? (await subjectCover(context))
    return paintOver(picture, cover, colour, mainColourOf(picture, cover))
  },
})

/** Of a person what is not skin. */
async function subjectCover(context: EditContext): Promise<Plane> {
  return withoutSkin((await context.region('subject')).cover, context)
}

/** A mask says which thing is meant. */
function coverOfMask({ width, height }: Picture, { mask }: EditContext): Plane | undefined {
  if (mask?.width !== width || mask.height !== height) return undefined
  return { width, height, data: Float32Array.from(mask.values, (value) => value / 255) }
}
