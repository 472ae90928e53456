import { flux2Klein4b } from './flux2-klein-4b'
import { flux2Klein9bEdit } from './flux-2-klein-9b-edit'
import { flux2KleinBase9bEdit } from './flux-2-klein-base-9b-edit'
import { flux2ProEdit } from './flux-2-pro-edit'
import { fluxDev } from './flux-dev'
import type { Model } from './model'

/** The catalogue, in the order the playground shows it. A new model is one file and one line here. */
export const models: readonly Model[] = [
  flux2Klein9bEdit,
  flux2ProEdit,
  fluxDev,
  flux2KleinBase9bEdit,
  flux2Klein4b,
]

/** The model with this id, or undefined: ids come from URLs and old databases. */
export function findModel(id: string): Model | undefined {
  return models.find((model) => model.id === id)
}

/** The model with this id, for callers that already checked it; throws on a programming error. */
export function modelById(id: string): Model {
  const model = findModel(id)
  if (!model) throw new Error(`No model "${id}" in the catalogue.`)
  return model
}
