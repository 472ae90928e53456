'use client'
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { parameterWithRole, type ModelValues } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import { setFormValue, type PlaygroundFormControl } from './form-context'
import { placePicture } from './pictures/picture-order'
import { sendPicture } from './pictures/send-picture'
import { UploadQueue, type Upload } from './pictures/upload-queue'
import type { PlaygroundFormHandle } from './playground-form-handle'

interface FormActions {
  modelId: string
  uploads: UploadQueue
  chooseModel: (modelId: string) => void
  handle: PlaygroundFormHandle
}

/** What happens to the values as a whole: another model, arriving pictures, and being filled from outside. */
export function useFormActions(
  form: PlaygroundFormControl,
  addPictures: (pictures: readonly Asset[]) => void,
): FormActions {
  const [actions] = useState(() => createActions(form, addPictures))
  const modelId = useSyncExternalStore(
    actions.subscribeToModel,
    () => form.getValues('choice.modelId'),
    () => form.getValues('choice.modelId'),
  )
  return useMemo(() => ({ ...actions, modelId }), [actions, modelId])
}

function createActions(form: PlaygroundFormControl, addPictures: (pictures: readonly Asset[]) => void) {
  /** Each model's own values, so that going back to it finds them as they were left. */
  const remembered = new Map<string, ModelValues>()
  /** When each uploaded picture was chosen: uploads may arrive in another order. */
  const chosen = new Map<string, number>()
  const batches = new Map<string, number>()

  function store(asset: Asset, upload: Upload) {
    addPictures([asset])
    chosen.set(asset.id, upload.key)
    batches.set(asset.id, upload.batch)
    if (upload.target === 'mask') return setFormValue(form, 'input.mask', asset.id)
    const images = form.getValues('input.images')
    const row = parameterWithRole(modelNow(), 'images')
    // Where there is room for one, another replaces it; but of several dropped together none is lost.
    const replaces = row?.kind === 'image' && batches.get(images[0] ?? '') !== upload.batch
    const next = replaces ? [asset.id, ...images.slice(1)] : placePicture(images, asset.id, chosen)
    setFormValue(form, 'input.images', [...new Set(next)])
  }

  function modelNow() {
    const model = findModel(form.getValues('choice.modelId'))
    if (!model) throw new Error('The form holds a model that is not in the catalogue.')
    return model
  }

  function choose(modelId: string, values: ModelValues) {
    const { choice } = structuredClone(form.getValues())
    remembered.set(choice.modelId, choice.values)
    setFormValue(form, 'choice', { modelId, values })
  }

  const uploads = new UploadQueue(sendPicture, store)
  const handle: PlaygroundFormHandle = {
    fill: ({ input, choice }, pictures) => {
      uploads.clear()
      addPictures(pictures)
      setFormValue(form, 'input', { prompt: undefined, mask: undefined, seed: undefined, ...input })
      // A link may name a model that is gone; its input still serves.
      if (findModel(choice.modelId)) choose(choice.modelId, choice.values)
    },
    useAsInput: (picture) => {
      uploads.clear()
      addPictures([picture])
      setFormValue(form, 'input.images', [picture.id])
      setFormValue(form, 'input.mask', undefined)
    },
    startFromSample: (sample) => {
      uploads.clear()
      setFormValue(form, 'input.images', [])
      setFormValue(form, 'input.mask', undefined)
      setFormValue(form, 'input.prompt', sample.instruction)
      uploads.add([{ kind: 'sample', path: sample.file }], 'images')
    },
  }
  return {
    uploads,
    handle,
    chooseModel: (modelId: string) => choose(modelId, remembered.get(modelId) ?? {}),
    subscribeToModel: (changed: () => void) =>
      form.subscribe({ name: 'choice.modelId', formState: { values: true }, callback: changed }),
  }
}
