import { frameRules } from './frame-rules'
import { parameterWithRole, type Model, type ModelValues } from './model'
import { planReframe } from './plan-reframe'
import type { PreFlightNote } from './pre-flight'
import { within, type Rectangle } from './rectangle'
import type { Dimensions } from './size'

/** A mask on the first picture; `painted` as in `PictureFacts`. */
interface KnownMask {
  painted: Rectangle | undefined
}

/**
 * What part of the picture a model is given and what becomes of its answer, where a mask says what may change. Undefined
 * where the picture goes to the model as it is.
 *
 * @param keepOutside as in `RunInput`
 */
export function frameNote(
  model: Model,
  keepOutside: boolean | undefined,
  values: ModelValues,
  picture: Dimensions | undefined,
  mask: KnownMask | undefined,
): PreFlightNote | undefined {
  const takesMask = parameterWithRole(model, 'mask') !== undefined
  if (!mask || keepOutside === undefined || (!keepOutside && !takesMask)) return undefined
  if (!parameterWithRole(model, 'images')) return undefined
  const rules = frameRules(model, values)
  if (!keepOutside) {
    const how = picture ? framing(planReframe(picture, rules)) : ''
    return info(`Gets the whole picture${how}; its answer comes back in the picture’s own frame and size.`)
  }
  const how = picture && mask.painted ? framing(planReframe(picture, rules, mask.painted), 'about ') : ''
  const untold = takesMask ? '' : ' It is not told the mask: say what should change.'
  return info(
    `Gets the part around the mask${how}; its answer is aligned and put back inside the mask, ` +
      `the outside stays bit for bit.${untold}`,
  )
}

function info(text: string): PreFlightNote {
  return { level: 'info', text }
}

/** ", about 1600 × 1200 of 4032 × 3024, as 1024 × 768" */
function framing({ picture, region, sent }: ReturnType<typeof planReframe>, about = ''): string {
  const part = within(region, picture)
  const isWhole = part.width === picture.width && part.height === picture.height
  const cut = isWhole ? text(picture) : `${about}${text(part)} of ${text(picture)}`
  const isSame = sent.width === part.width && sent.height === part.height
  const padded = region.width > part.width || region.height > part.height ? 'padded to ' : 'as '
  return `, ${cut}${isSame ? '' : `, ${padded}${text(sent)}`}`
}

function text({ width, height }: Dimensions): string {
  return `${width} × ${height}`
}
