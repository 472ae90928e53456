import 'server-only'
import { colourPattern, coloursIn } from '@/lib/sandbox/engine/grammar/colour-words'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { paintOver } from './paint-over'
import { withoutSkin } from './without-skin'

const verb = '(?:make|turn|dye|colou?r|paint|change|give|recolou?r|tint|put|dress|want)'
const all = 'clothes|clothing|outfit|suit|space ?suit|uniform|dress'
const single =
  't-?shirts?|shirts?|jacket|coat|sweater|jumper|pullover|hoodie|trousers|pants|jeans|skirt|blouse|vest|cardigan|top'

export const recolourClothes = defineOperation({
  name: 'recolour clothes',
  pattern: new RegExp(
    `\\b(?:${verb}\\b.*?)?\\b(?:the|his|her|its|their|my|all)? ?(?:${all}|${single.replace('|top', '')})\\b.*?${colourPattern}|` +
      `\\b(?:his|her|their|my) top\\b.*?${colourPattern}|` +
      `\\b${verb} (?:the|his|her|its|their|my) ${colourPattern} (?:${all}|${single})\\b.*?${colourPattern}`,
  ),
  example: 'make the shirt green',
  kind: 'part',
  read({ near, matched, hasMask }) {
    const wanted = hasMask ? undefined : coloursIn(near).at(-1)
    const garment = new RegExp(`\\b(?:${single})\\b`).exec(matched)?.[0]
    return wanted && { colour: wanted.colour, text: wanted.text, garment }
  },
  describe: ({ text }) => `clothes recoloured ${text}`,
  approximates: ({ garment }) =>
    garment &&
    `All of the clothes were recoloured: “${garment}” is not told apart from the rest. A mask can.`,
  async apply(picture, { colour }, context) {
    const { cover } = await context.region('clothes')
    return paintOver(picture, await withoutSkin(cover, context), colour)
  },
})
