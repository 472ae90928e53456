import 'server-only'
import { changeByLightness } from '@/lib/sandbox/engine/change-colours'
import { blendBy } from '@/lib/sandbox/engine/mask'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { subjectCover } from './subject-of'

/** What the scopes don't say: "black and white background" is a look of the background. */
export const colourSplash = defineOperation({
  name: 'colour splash',
  pattern:
    /\b(?:colou?r[ -](?:splash|pop|isolation)|selective(?:ly)? colou?r(?:ed|ing|s)?|(?:keep|leave) only .{2,30} in colou?r|only .{2,30} (?:in|has|have|keeps?) (?:its |their )?colou?r)\b/,
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
