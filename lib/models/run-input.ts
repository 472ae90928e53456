import type { Model, ModelValues } from './model'
import { isSharedRole } from './parameter'
import { readPictureList } from './picture-list'

/**
 * What a person gives once for all models of a run. Pictures are references: asset ids inside Diptych, URLs in an API
 * call until they are fetched.
 */
export interface RunInput {
  prompt?: string
  images: string[]
  mask?: string
  /** Absent means random. */
  seed?: number
  /**
   * What becomes of the part outside the mask. True: only the masked part is shown to the model, and its answer is put
   * back inside the mask. False: the model sees the whole picture and its answer is taken whole, in the picture's own
   * frame. Absent (as from our API): mask and picture go to the model as they are, and its answer comes as it is.
   */
  keepOutside?: boolean
}

/** One model of a run with the values only it has. */
export interface ModelChoice {
  modelId: string
  values: ModelValues
  /** Shared values that this model gets instead of the run's. */
  override?: Partial<RunInput>
}

/** The shared values as one choice gets them. */
export function inputOf(input: RunInput, { override }: Pick<ModelChoice, 'override'>): RunInput {
  return { ...input, ...override }
}

/** The model's complete values: shared ones put in the rows that play their roles, its own beside them. */
export function joinValues(model: Model, input: RunInput, own: ModelValues): ModelValues {
  const values: ModelValues = { ...own }
  for (const parameter of model.parameters) {
    if (!isSharedRole(parameter.role)) continue
    const shared = parameter.kind === 'image' ? input.images[0] : input[parameter.role]
    if (shared !== undefined && !(Array.isArray(shared) && shared.length === 0))
      values[parameter.name] = shared
  }
  return values
}

/** The inverse: a model's values taken apart into what other models share and what only this one has. */
export function splitValues(model: Model, values: ModelValues): { input: RunInput; own: ModelValues } {
  const input: RunInput = { images: [] }
  const own: ModelValues = {}
  for (const [name, value] of Object.entries(values)) {
    const parameter = model.parameters.find((row) => row.name === name)
    const role = parameter?.role
    if (value === undefined || value === null || value === '') continue
    // "Random" is a number of this model only: to the others it would be a seed, or an error.
    if (parameter?.kind === 'seed' && value === parameter.random) continue
    if (role === 'images') {
      const list = parameter?.kind === 'images' ? readPictureList(value) : value
      input.images = (Array.isArray(list) ? list : [list]) as string[]
    } else if (role === 'prompt' || role === 'mask') input[role] = value as string
    else if (role === 'seed') input.seed = value as number
    else own[name] = value
  }
  return { input, own }
}
