import 'server-only'
import type { Asset } from '@/lib/assets/asset'
import { parameterWithRole, type Model, type ModelValues } from '@/lib/models/model'
import { frameRules, sizeValue } from '@/lib/models/frame-rules'
import type { FrameRules } from '@/lib/models/plan-reframe'
import type { CheckedCell } from './check-cells'
import type { Composition } from './composition'
import { maskMisfit } from './mask-misfit'
import { RunRefused } from './run-refused'

/** What is cut for a model, and how its answer is put back. */
export interface ReframedInput {
  composition: Composition
  /** What the model is given in place of the picture and the mask. */
  picture: Asset
  mask: Asset
}

/** Cuts a picture and its mask for a model; undefined for a mask in which nothing is painted. */
export type ReframeInput = (request: {
  picture: Asset
  mask: Asset
  rules: FrameRules
  keepOutside: boolean
}) => Promise<ReframedInput | undefined>

export interface ReframedCell {
  model: Model
  values: ModelValues
  composition?: Composition
}

/**
 * The cells with what each model is really given: where a mask lies on the first picture and the person said what is to
 * become of the outside, the cut instead of the picture. Cells that need the same cut share one.
 *
 * @param assetOf the stored picture behind a reference
 */
export async function reframeCells(
  reframeInput: ReframeInput,
  cells: readonly CheckedCell[],
  assetOf: (id: string) => Asset | undefined,
): Promise<ReframedCell[]> {
  const cuts = new Map<string, Promise<ReframedInput | undefined>>()
  return Promise.all(
    cells.map(async ({ choice, model, values, input }): Promise<ReframedCell> => {
      const { keepOutside, mask: maskId } = input
      const picture = assetOf(firstPicture(model, values) ?? '')
      const mask = assetOf(maskId ?? '')
      const hasMaskRow = parameterWithRole(model, 'mask') !== undefined
      if (keepOutside === undefined || !picture || !mask || (!keepOutside && !hasMaskRow))
        return { model, values }
      refuseOtherSize(picture, mask, choice)
      const rules = frameRules(model, values)
      const key = JSON.stringify([picture.id, mask.id, rules, keepOutside])
      const cut = cuts.get(key) ?? reframeInput({ picture, mask, rules, keepOutside })
      cuts.set(key, cut)
      const reframed = await cut
      if (!reframed) throw emptyMask(choice)
      return { model, values: withCut(model, values, reframed), composition: reframed.composition }
    }),
  )
}

/** The picture the mask lies on. */
function firstPicture(model: Model, values: ModelValues): string | undefined {
  const row = parameterWithRole(model, 'images')
  const value = row && values[row.name]
  return Array.isArray(value) ? (value[0] as string | undefined) : (value as string | undefined)
}

function withCut(
  model: Model,
  values: ModelValues,
  { picture, mask, composition }: ReframedInput,
): ModelValues {
  const images = parameterWithRole(model, 'images')
  const maskRow = parameterWithRole(model, 'mask')
  const size = sizeValue(model, composition.reframe.sent)
  const given = images && values[images.name]
  return {
    ...values,
    ...(images && { [images.name]: Array.isArray(given) ? [picture.id, ...given.slice(1)] : picture.id }),
    ...(maskRow && { [maskRow.name]: mask.id }),
    ...(size && { [size.name]: size.value }),
  }
}

function refuseOtherSize(picture: Asset, mask: Asset, choice: number): void {
  const message = maskMisfit(mask, picture)
  if (message) throw new RunRefused('invalid-input', message, [{ choice, path: 'mask', message }])
}

function emptyMask(choice: number): RunRefused {
  const message =
    'Nothing is painted in the mask, so nothing would change. Paint what should change, or remove the mask.'
  return new RunRefused('invalid-input', message, [{ choice, path: 'mask', message }])
}
