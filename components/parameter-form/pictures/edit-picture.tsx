'use client'
import { use } from 'react'
import { PictureEditor } from '@/components/picture-editor/picture-editor'
import type { Asset } from '@/lib/assets/asset'
import { noEdits, type PictureEdits } from '@/lib/picture-edits/picture-edits'
import { ChoiceContext, useFormContextValue } from '../form-context'
import { followingMask } from './following-mask'
import { rememberOrigin, type Origin } from './picture-origin'
import { shapesOf } from './shapes-of-models'

interface EditPictureProps {
  /** The picture as it stands in the list. */
  picture: Asset
  /** What it was made of, if it was prepared. */
  origin: Origin | undefined
  /** The mask that lies on it. */
  mask: Asset | undefined
  /** @param mask  the mask as it goes on; undefined if there was none, or it can't follow */
  onSaved: (prepared: Asset, mask: Asset | undefined) => void
  onClose: () => void
}

/** The editor over one picture of a list: always from what the picture was first, with the edits it has. */
export function EditPicture({ picture, origin, mask, onSaved, onClose }: EditPictureProps) {
  const { models } = useFormContextValue()
  const choice = use(ChoiceContext)
  const asked = choice === undefined ? models : models.slice(choice, choice + 1)
  const source = origin?.source ?? picture

  async function save(prepared: Asset, edits: PictureEdits) {
    if (prepared.id === picture.id) return
    if (prepared.id !== source.id) rememberOrigin(prepared.id, { source, edits, use: 'picture' })
    onSaved(prepared, mask && (await followingMask(mask, { picture, source, edits })))
  }

  return (
    <PictureEditor
      picture={source}
      edits={origin?.edits ?? noEdits}
      shapes={shapesOf(asked)}
      onSave={(prepared, edits) => void save(prepared, edits)}
      onClose={onClose}
    />
  )
}
