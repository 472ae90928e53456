import type { Model, ModelValues } from './model'
import { danglingMentions } from './mentions'
import { parameterWithRole, priceOf } from './model'
import { labelOf } from './parameter'
import type { RunInput } from './run-input'
import { frameNote } from './frame-note'
import type { Rectangle } from './rectangle'
import { dimensionsOf, resolveEmptySize, type Dimensions } from './size'

/** What pre-flight must know of an input picture. */
export interface PictureFacts extends Dimensions {
  hasAlpha: boolean
  /** Of a mask: about where it is painted, in its own pixels. Absent where that is not known yet. */
  painted?: Rectangle
}

/** How the model's provider is reached on this server. */
export interface ProviderAccess {
  /** `sandbox`: no key is set, the built-in stand-in answers. */
  mode: 'live' | 'sandbox'
  /** False where the provider fetches pictures by URL and this server has no address it could fetch from. */
  canReceivePictures: boolean
}

export interface PreFlightNote {
  /** `blocked`: this model can't take this input. */
  level: 'info' | 'warning' | 'blocked'
  text: string
}

export interface PreFlight {
  /** US cents by the price list. */
  cents: number
  notes: PreFlightNote[]
}

/** What the model will really get, told before anything is paid. Pure, so that browser and server say the same. */
export function preFlight(
  model: Model,
  input: RunInput,
  values: ModelValues,
  pictures: ReadonlyMap<string, PictureFacts>,
  access: ProviderAccess,
): PreFlight {
  const given = input.images.map((id) => pictures.get(id))
  const mask = input.mask ? { painted: pictures.get(input.mask)?.painted } : undefined
  const framed = frameNote(model, input.keepOutside, values, given[0], mask)
  const notes = [
    ...pictureNotes(model, input, access),
    ...mentionNotes(model, input),
    ...given.flatMap((picture, index) => (picture?.hasAlpha ? [flattened(index)] : [])),
    // The size is that of the part that is sent; what comes back has the picture's own.
    ...(framed ? [framed] : sizeNotes(model, values, given[0])),
    ...unsupportedNotes(model, framed ? { ...input, mask: undefined } : input),
    ...idleNotes(model, values, input),
  ]
  return { cents: priceOf(model, values), notes }
}

function pictureNotes(model: Model, input: RunInput, access: ProviderAccess): PreFlightNote[] {
  if (input.images.length === 0) return []
  const row = parameterWithRole(model, 'images')
  const notes: PreFlightNote[] = []
  if (row?.kind === 'image' && input.images.length > 1)
    notes.push({
      level: 'warning',
      text:
        input.images.length === 2
          ? 'Uses image 1 only; image 2 is left out.'
          : `Uses image 1 only; the other ${input.images.length - 1} are left out.`,
    })
  if (!access.canReceivePictures)
    notes.push({
      level: 'blocked',
      text:
        'This provider takes pictures by public URL only, and this server has none. Set PUBLIC_URL to an address ' +
        'under which the outside reaches it, or use another model.',
    })
  return notes
}

/** A number that no picture has: a picture was removed, or the writer miscounted. It may be meant; so it is no error. */
function mentionNotes(model: Model, { prompt = '', images }: RunInput): PreFlightNote[] {
  if (!parameterWithRole(model, 'images')) return []
  const there =
    images.length === 0
      ? 'is no picture'
      : images.length === 1
        ? 'is 1 picture'
        : `are ${images.length} pictures`
  return danglingMentions(prompt, images.length).map((number) => ({
    level: 'warning',
    text: `image ${number} is mentioned, but there ${there}.`,
  }))
}

function flattened(index: number): PreFlightNote {
  return { level: 'info', text: `Transparent areas of image ${index + 1} are sent as white.` }
}

function sizeNotes(model: Model, values: ModelValues, first: PictureFacts | undefined): PreFlightNote[] {
  const row = model.parameters.find((parameter) => parameter.kind === 'size')
  if (row?.kind !== 'size') return []
  const chosen = values[row.name] as string | undefined
  if (chosen !== undefined && 'experimental' in row && row.experimental)
    return [{ level: 'warning', text: row.experimental }]
  const sent = chosen ?? resolveEmptySize(row, first)
  const size = sent === undefined ? undefined : dimensionsOf(row, sent)
  if (!size || !first || !sent) return []
  if (size.width === first.width && size.height === first.height) return []
  const text = `Picture ${first.width} × ${first.height} comes back as ${size.width} × ${size.height} (${sent})`
  const sameShape = Math.abs(Math.log((size.width * first.height) / (size.height * first.width))) < 0.01
  return [{ level: sameShape ? 'info' : 'warning', text: sameShape ? `${text}.` : `${text}, another shape.` }]
}

function unsupportedNotes(model: Model, input: RunInput): PreFlightNote[] {
  const notes: PreFlightNote[] = []
  if (input.images.length > 0 && !parameterWithRole(model, 'images'))
    notes.push({ level: 'warning', text: 'This model takes no pictures; yours are left out.' })
  if (input.mask && !parameterWithRole(model, 'mask'))
    notes.push({ level: 'warning', text: 'This model takes no mask; yours is left out.' })
  if (input.seed !== undefined && !parameterWithRole(model, 'seed'))
    notes.push({
      level: 'warning',
      text: 'This model takes no seed: the result can’t be made again exactly.',
    })
  return notes
}

function idleNotes(model: Model, values: ModelValues, input: RunInput): PreFlightNote[] {
  if (input.images.length > 0) return []
  return model.parameters
    .filter((row) => 'onlyWith' in row && row.onlyWith && values[row.name] !== undefined)
    .map((row) => ({ level: 'info', text: `${labelOf(row)} has no effect without a picture.` }))
}
