'use client'
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { parameterWithRole, type ModelValues } from '@/lib/models/model'
import { emptyBatch, withPicture } from './batch/form-batch'
import { choiceKey } from './choices/choice-titles'
import { setFormValue, type PlaygroundFormControl } from './form-context'
import { withMask, withoutMaskOf } from './mask/picture-masks'
import { changedBatch } from './pictures/changed-pictures'
import { placePicture } from './pictures/picture-order'
import { sendPicture } from './pictures/send-picture'
import { roleOf, UploadQueue, type Upload } from './pictures/upload-queue'
import { valuesOf } from './plan-of-values'
import type { PlaygroundFormHandle } from './playground-form-handle'
import {
  modelsOf,
  overridePath,
  sharedPath,
  type FormChoice,
  type FormInput,
  type PlaygroundValues,
} from './playground-values'

/** What the person does to the list of models. */
export interface ChoiceActions {
  /** This one alone. */
  chooseOnly: (modelId: string) => void
  /** One more, or the same once more. */
  add: (...modelIds: string[]) => void
  /** All choices of these models. */
  removeModels: (...modelIds: string[]) => void
  /** Single choices, by their places. The last one stays. */
  remove: (...places: number[]) => void
  /** The same model with the same values, next to it. */
  duplicate: (place: number) => void
}

interface FormActions {
  /** The chosen models' ids as one text, for the form to draw again when they change. */
  modelIds: string
  uploads: UploadQueue
  choices: ChoiceActions
  handle: PlaygroundFormHandle
  restore: (values: PlaygroundValues, pictures: readonly Asset[]) => void
}

/** What happens to the values as a whole: other models, arriving pictures, and being filled from outside. */
export function useFormActions(
  form: PlaygroundFormControl,
  addPictures: (pictures: readonly Asset[]) => void,
): FormActions {
  const [actions] = useState(() => createActions(form, addPictures))
  const modelIds = useSyncExternalStore(actions.subscribeToModels, actions.modelIds, actions.modelIds)
  return useMemo(() => ({ ...actions, modelIds }), [actions, modelIds])
}

function createActions(form: PlaygroundFormControl, addPictures: (pictures: readonly Asset[]) => void) {
  const store = createPictureStore(form, addPictures)
  const uploads = new UploadQueue(sendPicture, store)

  function restore({ input, masks, choices, sweep, batch }: PlaygroundValues, pictures: readonly Asset[]) {
    uploads.clear()
    addPictures(pictures)
    const empty: Partial<FormInput> = { prompt: undefined, seed: undefined, keepOutside: undefined }
    setFormValue(form, 'input', { ...empty, ...input })
    // Those of other pictures are kept: their pictures may come back.
    const others = withoutMaskOf(form.getValues('masks'), [...input.images, ...Object.keys(masks ?? {})])
    setFormValue(form, 'masks', { ...others, ...masks })
    // A link may name models that are gone; its input still serves.
    if (choices.length > 0) setFormValue(form, 'choices', choices)
    setFormValue(form, 'sweep', sweep)
    setFormValue(form, 'batch', batch)
  }

  const handle: PlaygroundFormHandle = {
    fill: (plan, pictures) => restore(valuesOf(plan), pictures),
    useAsInput: (picture) => {
      uploads.clear()
      addPictures([picture])
      setFormValue(form, 'input.images', [picture.id])
      setFormValue(form, 'batch', undefined)
    },
    startFromSample: ({ file, instruction }, modelId) => {
      restore(
        valuesOf({ input: { prompt: instruction, images: [] }, choices: [{ modelId, values: {} }] }),
        [],
      )
      return uploads.addOne({ kind: 'sample', path: file }, 'images')
    },
  }
  return {
    uploads,
    handle,
    restore,
    choices: createChoiceActions(form),
    modelIds: () =>
      form
        .getValues('choices')
        .map(({ modelId }) => modelId)
        .join(' '),
    subscribeToModels: (changed: () => void) =>
      form.subscribe({ name: 'choices', formState: { values: true }, callback: changed }),
  }
}

function createChoiceActions(form: PlaygroundFormControl): ChoiceActions {
  /** Each model's own values, so that going back to it finds them as they were left. */
  const remembered = new Map<string, ModelValues>()
  const now = () => structuredClone(form.getValues('choices'))
  const again = (modelId: string): FormChoice => ({ modelId, values: remembered.get(modelId) ?? {} })

  function set(choices: FormChoice[]) {
    // Of a model that is there twice, the first is the one that is remembered.
    for (const { modelId, values } of now().reverse()) remembered.set(modelId, values)
    if (choices.length > 0) setFormValue(form, 'choices', structuredClone(choices))
  }
  return {
    chooseOnly: (modelId) =>
      set([now().find((choice) => choice.modelId === modelId) ?? again(modelId)].map(alone)),
    add: (...modelIds) => set([...now(), ...modelIds.map(again)]),
    removeModels: (...modelIds) => set(now().filter(({ modelId }) => !modelIds.includes(modelId))),
    remove: (...places) => set(now().filter((_, place) => !places.includes(place))),
    duplicate: (place) => {
      const choices = now()
      const choice = choices[place]
      if (choice) set(choices.toSpliced(place + 1, 0, structuredClone(choice)))
    },
  }
}

/** Alone, a model gets what stands in the form. */
function alone({ modelId, values }: FormChoice): FormChoice {
  return { modelId, values }
}

/** Puts each stored picture where it was meant to go. */
function createPictureStore(form: PlaygroundFormControl, addPictures: (pictures: readonly Asset[]) => void) {
  /** When each uploaded picture was chosen: uploads may arrive in another order. */
  const chosen = new Map<string, number>()
  const batches = new Map<string, number>()
  const chosenForBatch = new Map<string, number>()

  return function store(asset: Asset, upload: Upload) {
    addPictures([asset])
    if (upload.target === 'batch') {
      const batch = form.getValues('batch') ?? emptyBatch
      const picture = { id: asset.id, name: upload.name }
      const next = withPicture(batch, picture, chosenForBatch, upload.key)
      for (const { path, value } of changedBatch(form.getValues(), next)) setFormValue(form, path, value)
      return
    }
    const choices = form.getValues('choices')
    const role = roleOf(upload.target)
    const key = upload.target.split(':')[1]
    const place =
      key === undefined ? undefined : choices.findIndex((_, index) => choiceKey(choices, index) === key)
    // Its model was removed meanwhile.
    if (place === -1) return
    chosen.set(asset.id, upload.key)
    batches.set(asset.id, upload.batch)
    const path = place === undefined ? sharedPath('images') : overridePath(place, 'images')
    const images = (form.getValues(path as 'input.images') as string[] | null | undefined) ?? []
    if (role === 'mask') {
      if (images[0]) setFormValue(form, 'masks', withMask(form.getValues('masks'), images[0], asset.id))
      return
    }
    const models = modelsOf(place === undefined ? choices : choices.slice(place, place + 1))
    const takesOne = models.every((model) => parameterWithRole(model, 'images')?.kind !== 'images')
    // Where there is room for one, another replaces it; but of several dropped together none is lost.
    const replaces = takesOne && batches.get(images[0] ?? '') !== upload.batch
    const next = replaces ? [asset.id, ...images.slice(1)] : placePicture(images, asset.id, chosen)
    setFormValue(form, path, [...new Set(next)])
  }
}
