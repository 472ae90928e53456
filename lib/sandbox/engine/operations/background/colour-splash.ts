import 'server-only'
import { changeByLightness } from '@/lib/sandbox/engine/change-colours'
import { blendBy } from '@/lib/sandbox/engine/mask'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { background } from './background-words'
import { subjectCover } from './subject-of'

const grey =
  '(?:black (?:and|&|n) white|b ?& ?w|gr[ae]y(?:-?\\s?scale)?|monochrome|desaturated?|colou?rless|without colou?r)'

export const colourSplash = defineOperation({
  name: 'colour splash',
  pattern: new RegExp(
    `\\b(?:colou?r[ -](?:splash|pop|isolation)|selective(?:ly)? colou?r(?:ed|ing|s)?|` +
      `(?:desaturate|gr[ae]y out) (?:the )?${background}|${grey} ${background}|` +
      `(?:\\b(?:make|turn|convert)\\b.{0,12})?${background}\\b.{0,30}?\\b${grey}|` +
      `(?:make|turn|convert) (?:everything|all|the rest|the picture|the image|it)\\b.{0,20}\\b${grey}.{0,12}\\b(?:except|but|apart from|other than)\\b.*|` +
      `(?:keep|leave) only .{2,30} in colou?r|only .{2,30} (?:in|has|have|keeps?) (?:its |their )?colou?r)\\b`,
  ),
  example: 'colour splash',
  kind: 'part',
  read({ matched }) {
    // Other parts than the subject are left to the scopes.
    if (
      /\b(?:sky|hair|clothes|dress|shirt|jacket|face|skin|eyes|lips|red|green|blue|yellow|orange|pink)\b/.test(
        matched,
      )
    )
      return undefined
    return {}
  },
  describe: () => 'the subject in colour, the rest black and white',
  async apply(picture, _, context) {
    const cover = await subjectCover(picture, context)
    const greyed = changeByLightness(picture, (light) => [light * 255, light * 255, light * 255])
    return blendBy(greyed, picture, (at) => cover.data[at]!)
  },
})
