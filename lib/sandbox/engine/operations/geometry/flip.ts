import 'server-only'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'

export const flip = defineOperation({
  name: 'flip',
  pattern:
    /\b(?:flip(?:ped|ping)?|flop|mirror(?:ed|ing)?(?: image)?|revers(?:e|ed) (?:it|this|the (?:picture|image|photo))|(?<!turn(?:ed)? (?:it |this |the (?:picture|image|photo) )?)upside[ -]down)\b/,
  example: 'flip it horizontally',
  kind: 'frame',
  read: ({ near, matched }) => ({
    vertical: /\b(?:vertical(?:ly)?|upside[ -]down|top to bottom|up and down)\b/.test(`${near} ${matched}`),
  }),
  describe: ({ vertical }) => (vertical ? 'flipped top to bottom' : 'mirrored left to right'),
  apply: (picture, { vertical }) => rawPicture(vertical ? asSharp(picture).flip() : asSharp(picture).flop()),
})
