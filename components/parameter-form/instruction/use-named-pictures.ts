'use client'
import { use } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { ChoiceContext, useFormContextValue, useImages } from '../form-context'
import { picturesBefore } from '../pictures/changed-pictures'
import { useFromValues } from '../use-playground-values'

/** A picture as an instruction names it. */
export interface NamedPicture {
  /** Counted from 1. */
  number: number
  /** Absent for the picture that a batch gives each prediction. */
  id?: string
  facts?: Asset
}

/** The pictures that the instruction of the fields around can name, in their order. */
export function useNamedPictures(): NamedPicture[] {
  const { pictures } = useFormContextValue()
  const choice = use(ChoiceContext)
  const images = useImages()
  const hasBatch = useFromValues((values) => {
    const own = choice !== undefined && values.choices[choice]?.override?.images
    return !own && picturesBefore(values) > 0
  })
  const ids = [...(hasBatch ? [undefined] : []), ...images]
  return ids.map((id, index) => ({ number: index + 1, id, facts: id ? pictures.get(id) : undefined }))
}
