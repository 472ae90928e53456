import 'server-only'
import { celShaded, outline } from '@/lib/sandbox/engine/painting/cel-shading'
import { defineStyle } from './define-style'

export const cartoon = defineStyle({
  name: 'cartoon',
  pattern:
    /\b(?:cartoon(?:ish|y|ed|ify|ified)?s?(?: (?:style|look|drawing))?|(?:studio )?ghibli(?: (?:style|anime|look))*|anime(?: (?:style|look))?|pixar(?: (?:style|look|movie))?|disney(?: (?:style|look|movie))?|cel[ -]?shad(?:ed|ing)|toon(?:ify)?|animated (?:film|movie|series)|simpsons?(?: style)?)\b/,
  example: 'turn it into a cartoon',
  seeded: false,
  approximates(matched) {
    const other = /ghibli|anime|pixar|disney|simpson|animated/.exec(matched)?.[0]
    return other && `${other[0]!.toUpperCase()}${other.slice(1)}: used the cartoon filter`
  },
  paint: (picture, { scale }) => outline(celShaded(picture, scale, 7, 1.45), picture, scale, 0.36),
})
